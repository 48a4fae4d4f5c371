import { describe, expect, it } from 'vitest'
import { readFeedDate } from '../../src/import/feed-date.ts'
import { formatRfc3339, instant } from '../../src/model/instant.ts'

const DATES = [
  ['RFC 822, in which years have two digits', 'Wed, 01 Jan 20 10:00:00 GMT', '2020-01-01T10:00:00.000Z'],
  ['a year of two digits from 50 on', '31 Dec 99 23:59 GMT', '1999-12-31T23:59:00.000Z'],
  ['a year of three digits', 'Wed, 01 Jan 120 10:00:00 GMT', '2020-01-01T10:00:00.000Z'],
  ['no seconds', 'Wed, 01 Jan 2020 10:00 +0100', '2020-01-01T09:00:00.000Z'],
  ['no name of the day', '1 Jan 2020 10:00:00 +0000', '2020-01-01T10:00:00.000Z'],
  ['a wrong name of the day', 'Sun, 1 Jan 2020 10:00:00 -0000', '2020-01-01T10:00:00.000Z'],
  ['no comma', 'Wed 01 Jan 2020 10:00:00 GMT', '2020-01-01T10:00:00.000Z'],
  ['no blank', 'Wed,01 Jan 2020 10:00:00+0100', '2020-01-01T09:00:00.000Z'],
  ['long names', 'Wednesday, 01 January 2020 10:00:00 GMT', '2020-01-01T10:00:00.000Z'],
  ['names of other lengths', 'Weds., 01 Sept. 2021 10:00:00 GMT', '2021-09-01T10:00:00.000Z'],
  ['lower case', 'wed, 01 jan 2020 10:00:00 gmt', '2020-01-01T10:00:00.000Z'],
  ['upper case', 'WED, 01 JAN 2020 10:00:00 EST', '2020-01-01T15:00:00.000Z'],
  ['a leap second', 'Sat, 31 Dec 2016 23:59:60 GMT', '2017-01-01T00:00:00.000Z'],
  ['a leap second in RFC 3339', '2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['a leap second elsewhere', '2017-01-01T00:59:60.5+01:00', '2017-01-01T00:00:00.500Z'],
  ['the end of a day', '2020-01-01T24:00:00Z', '2020-01-02T00:00:00.000Z'],
  ...[
    ...[
      'EST -5',
      'EDT -4',
      'CST -6',
      'CDT -5',
      'MST -7',
      'MDT -6',
      'PST -8',
      'PDT -7',
      'UT 0',
      'UTC 0',
      'GMT 0',
    ],
    ...[
      'Z 0',
      'A 0',
      'm 0',
      'Y 0',
      'CET 1',
      'cest 2',
      'BST 1',
      'JST 9',
      'AEST 10',
      '+0100 1',
      '+01:00 1',
      '+01 1',
    ],
    ...['-0500 -5', '+1 1', 'GMT+1 1', 'GMT+01:00 1', 'UTC-5 -5', 'UTC+0100 1', 'GMT+0000 0', '-0000 0'],
  ].flatMap((pair) => {
    const [zone = '', hours] = pair.split(' ')
    const moment = formatRfc3339(instant(Date.UTC(2020, 0, 1, 12 - Number(hours))))
    return [
      [`the zone ${zone}`, `Wed, 01 Jan 2020 12:00:00 ${zone}`, moment],
      [`the zone ${zone} in RFC 3339`, `2020-01-01T12:00:00 ${zone}`, moment],
    ] as const
  }),
  ['a comment', 'Wed, 01 Jan 2020 10:00:00 +0100 (CET)', '2020-01-01T09:00:00.000Z'],
  ['lower case in RFC 3339', '2020-01-01t10:00:00z', '2020-01-01T10:00:00.000Z'],
  ['blanks in RFC 3339', ' 2020-01-01 10:00:00 +01:00\n', '2020-01-01T09:00:00.000Z'],
  ['line ends', 'Wed, 01 Jan 2020\n\t10:00:00  GMT', '2020-01-01T10:00:00.000Z'],
  ['no zone', '2020-01-01T10:00:00', '2020-01-01T10:00:00.000Z'],
  ['parts of a second', '2020-01-01T10:00:00.123456789012Z', '2020-01-01T10:00:00.123Z'],
  ['a comma for a point', '2020-01-01T10:00:00,5Z', '2020-01-01T10:00:00.500Z'],
  ['no separators', '20200101T100000Z', '2020-01-01T10:00:00.000Z'],
  ['RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
  ['what C writes', 'Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37.000Z'],
  ['what date writes', 'Wed Jan  1 10:00:00 CET 2020', '2020-01-01T09:00:00.000Z'],
  [
    'what JavaScript writes',
    'Wed Jan 01 2020 10:00:00 GMT+0100 (Central European Standard Time)',
    '2020-01-01T09:00:00.000Z',
  ],
  ['a day alone', '2020-01-01', '2020-01-01T12:00:00.000Z'],
  ['prose', '1 gennaio 2020', '2020-01-01T12:00:00.000Z'],
] as const

const NONE = [
  ...['', 'soon', '2020', '2020-W01-3', '2020-W01-3T10:00:00Z', '2020-001', '1577872800', '01/02/2020 10:00'],
  ...[
    'Wed, 31 Feb 2020 10:00:00 GMT',
    '2020-02-30T10:00:00Z',
    'Wed, 01 Jan 2020 25:00:00 GMT',
    '2020-13-01T10:00Z',
  ],
  ...['Wed, 01 Jan 2020 10:00:61 GMT', 'Wed, 01 Jan 2020 10:00:00 IST', 'Wed, 01 Foo 2020 10:00:00 GMT'],
  ...[
    '2020-01-01T10:00:00+24:00',
    '2020-01-01T24:01:00Z',
    '0000-01-01T10:00:00Z',
    '9999-12-31T23:59:59-01:00',
  ],
  ...[`1 Jan 2020${' '.repeat(100)}10:00 GMT`, '2020-01-01T10:60:00Z'],
]

describe('readFeedDate()', () => {
  it.each(DATES)('reads %s: %s', (_, written, moment) => {
    expect(formatRfc3339(readFeedDate(written) ?? instant(0))).toBe(moment)
  })

  it.each(NONE)('does not guess what %j is', (written) => {
    expect(readFeedDate(written)).toBeUndefined()
  })
})
