import type { WordsOfALanguage } from './words-of-a-language.ts'

export const CHINESE: WordsOfALanguage = {
  subjects: ['老桥', '有顶的市场', '市立剧院', '小港口', '河边的小路', '广场上的面包店'],
  predicates: [
    '重新开放了',
    '换了新的颜色',
    '留在原来的地方',
    '需要更多的光',
    '还在等待答复',
    '又开始工作了',
  ],
  closings: [
    '在下了三个星期的雨以后',
    '在夏天到来之前',
    '在邻居们的帮助下',
    '按照议会的承诺',
    '没有任何声音地',
    '从星期二早上起',
  ],
  sentence: '{s}{c}{p}。',
  title: '{s}{p}',
  tags: ['城市', '港口', '文化'],
}
