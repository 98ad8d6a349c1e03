/** The pool of the demo world as people keep it: an expert abroad, one who is not to be called, a batch beside the usual ones. */
import type { Day } from '../kernel/day.ts'
import type { Client } from './client.ts'
import { personId } from './institutions.ts'

type People = { as: (username: string) => Promise<Client>; on: (day: Day) => void }

/** Before the reviews of the year: the pool is small, so an expert may sit once more than usual. */
export async function rotationOfDemo({ as, on }: People) {
  on('2026-01-05')
  const change = await (await as('city.officer2')).opened('rule-change', { change: { kind: 'setting', key: 'panel.batchesAYear', value: 3 }, validFrom: '2026-01-06', basis: '局务会纪要〔2026〕1号：专家池扩充以前，同一专家一年至多参加三个批次（演示）' })
  on('2026-01-06')
  await (await as('city.lead')).did(change.id, 'sign')
}

export async function poolOfDemo({ as, on }: People) {
  on('2026-11-12')
  const abroad = await as('expert.11')
  const { version } = await abroad.must('card of expert.11', abroad.call<{ version: number }>('GET', '/api/profile'))
  await abroad.must('absence of expert.11', abroad.call('PATCH', '/api/profile', { away: [{ from: '2026-11-16', to: '2027-02-26' }] }, { 'if-match': String(version) }))
  const officer = await as('city.officer')
  const lead = await as('city.lead')
  const bar = await officer.must('bar of expert.12', officer.call<{ id: string }>('POST', `/api/experts/${personId('expert.12')}/bars`, {
    reason: '评审期间接受申报单位宴请，经机关纪委核实（演示）。', basis: '机关纪委核查通报〔2026〕3号（演示）', from: '2026-11-16', until: '2028-11-15' }))
  await officer.must('proposal on expert.13', officer.call('POST', `/api/experts/${personId('expert.13')}/bars`, { reason: '两次无故缺席评审，拟一年内不再抽取（演示）。', basis: '2026 年评审出席记录（演示）', from: '2026-12-01', until: '2027-11-30' }))
  const batch = await officer.must('batch beside the usual', officer.call<{ id: string; version?: number }>('POST', '/api/batches', {
    name: '2026 年氢能专场（演示）', opensOn: '2026-11-13', cutOff: '2026-12-31', reason: '省级氢能专项要求年底前完成推荐，常规批次来不及（演示）。', basis: '局务会纪要〔2026〕17号（演示）' }))
  on('2026-11-13')
  await lead.must('bar signed', lead.call('POST', `/api/expert-bars/${bar.id}/sign`))
  await lead.must('batch approved', lead.call('POST', `/api/batches/${batch.id}/approve`))
}
