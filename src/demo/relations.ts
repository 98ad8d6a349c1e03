/** Relations of the demo world that avoidance has something to find in: former posts of experts, owners of hosts, names to keep away. */
import type { Day } from '../kernel/day.ts'
import type { Row } from '../procedures/recognition/recognition.form.grammar.ts'
import type { DemoKey } from './organisations.ts'

const group = '山西炭素控股集团有限公司（演示）'

/** Where an expert worked besides: at the host of an application, or elsewhere by name. */
export const furtherPosts: { readonly [username: string]: { readonly at: DemoKey | { readonly name: string }; readonly from: Day; readonly to: Day | null } } = {
  'expert.17': { at: { name: group }, from: '2021-01-01', to: '2025-06-30' },
  'expert.22': { at: 'millet', from: '2016-01-01', to: '2022-06-30' },
}

/** Who owns whom, as the host declares it. */
export const holdingsOf = (key: DemoKey): { holdings?: readonly Row[] } =>
  key === 'coalcarbon' ? { holdings: [{ id: 'h1', name: group, relation: 'holder', control: true, share: 62, from: '2018-05-01' }] } : {}

/** Whom the applicant asks to keep away, each with the reason. */
export const avoidanceOf = (key: DemoKey): { avoid?: readonly Row[] } =>
  key === 'coalcarbon' ? { avoid: [{ id: 'v1', name: '谭若金', employer: '长治特钢研究中心（演示）', reason: '与我单位就同一专利有未决争议。' }] } : {}
