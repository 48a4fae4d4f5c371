import type { WordsOfALanguage } from './words-of-a-language.ts'

export const JAPANESE: WordsOfALanguage = {
  subjects: ['古い橋', '屋根のある市場', '市の劇場', '小さな港', '川沿いの道', '広場のパン屋'],
  predicates: [
    'また開きます',
    '色を変えます',
    'そのまま残ります',
    'もっと光を必要としています',
    'まだ返事を待っています',
    '再び動き始めます',
  ],
  closings: [
    '三週間の雨の後で',
    '夏の前に',
    '近所の人たちの助けで',
    '議会が約束した通り',
    '音を立てずに',
    '火曜日の朝から',
  ],
  sentence: '{s}は{c}{p}。',
  title: '{s}は{p}',
  tags: ['日本語', '街', '文化'],
}
