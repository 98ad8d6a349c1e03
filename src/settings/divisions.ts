import type { Words } from '../kernel/words.ts'

export const city = { code: '140700', words: { zh: '晋中市', en: 'Jinzhong' } } as const

/** `former`: codes still met inside older credit codes and papers. */
export type Division = {
  readonly code: string
  readonly kind: 'district' | 'county' | 'countyLevelCity'
  readonly words: Words
  readonly former?: readonly string[]
}

/** The two districts, eight counties and one county-level city (GB/T 2260). Development zones are organisations, not divisions. */
export const divisions = [
  { code: '140702', kind: 'district', words: { zh: '榆次区', en: 'Yuci District' } },
  { code: '140703', kind: 'district', words: { zh: '太谷区', en: 'Taigu District' }, former: ['140726'] },
  { code: '140721', kind: 'county', words: { zh: '榆社县', en: 'Yushe County' } },
  { code: '140722', kind: 'county', words: { zh: '左权县', en: 'Zuoquan County' } },
  { code: '140723', kind: 'county', words: { zh: '和顺县', en: 'Heshun County' } },
  { code: '140724', kind: 'county', words: { zh: '昔阳县', en: 'Xiyang County' } },
  { code: '140725', kind: 'county', words: { zh: '寿阳县', en: 'Shouyang County' } },
  { code: '140727', kind: 'county', words: { zh: '祁县', en: 'Qi County' } },
  { code: '140728', kind: 'county', words: { zh: '平遥县', en: 'Pingyao County' } },
  { code: '140729', kind: 'county', words: { zh: '灵石县', en: 'Lingshi County' } },
  { code: '140781', kind: 'countyLevelCity', words: { zh: '介休市', en: 'Jiexiu City' } },
] as const satisfies readonly Division[]

export type DivisionCode = (typeof divisions)[number]['code']

/** The division that bears the code today or bore it before: 140726 is Taigu. */
export const divisionOf = (code: string): Division | undefined =>
  (divisions as readonly Division[]).find((division) => division.code === code || division.former?.includes(code))

/** Place names that no core research direction may carry (reading of Art. 10(4)). */
export const placeNames: readonly string[] = [
  '山西', '晋中', ...divisions.map(({ words: { zh } }) => (zh.length > 2 ? zh.slice(0, -1) : zh)),
]
