import type { WordsOfALanguage } from './words-of-a-language.ts'

export const KOREAN: WordsOfALanguage = {
  subjects: [
    '오래된 다리는',
    '지붕 있는 시장은',
    '시립 극장은',
    '작은 항구는',
    '강가의 길은',
    '광장의 빵집은',
  ],
  predicates: [
    '다시 문을 엽니다',
    '색을 바꿉니다',
    '그 자리에 남습니다',
    '더 많은 빛이 필요합니다',
    '아직 대답을 기다립니다',
    '다시 일을 시작합니다',
  ],
  closings: [
    '삼 주 동안 비가 내린 뒤에',
    '여름이 오기 전에',
    '이웃들의 도움으로',
    '의회가 약속한 대로',
    '아무 소리 없이',
    '화요일 아침부터',
  ],
  sentence: '{s} {c} {p}.',
  title: '{s} {p}',
  tags: ['도시', '항구', '문화'],
}
