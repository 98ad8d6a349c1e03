/** Rules of a public notice: what may be listed, which rows wait, and what a correction may change. */
import { rule } from '../kernel/rule.ts'

export const correctedRowsListed = rule({
  id: 'correctedRowsListed', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '更正的各项都在公示名单中，各写一次', en: 'Every row corrected is on the list, and is written once.' },
  holds: ({ asked, listed }: { asked: readonly string[]; listed: readonly string[] }) => asked.every((one, at) => listed.includes(one) && asked.indexOf(one) === at),
  otherwise: ({ asked, listed }) => {
    const wrong = asked.filter((one, at) => !listed.includes(one) || asked.indexOf(one) !== at)
    return { zh: `不在名单中、已移出或重复：${wrong.join('、')}`, en: `Not on the list, struck, or written twice: ${wrong.join(', ')}` }
  },
})

export const correctionChanges = rule({
  id: 'correctionChanges', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '更正了内容', en: 'Something is corrected.' },
  holds: ({ changes }: { changes: number }) => changes > 0,
  otherwise: () => ({ zh: '与公示的内容相同，没有更正。公示期重新计算，须有更正的内容。', en: 'It reads as it was published; nothing is corrected. The period would start again for nothing.' }),
})

export const correctionLeavesRow = rule({
  id: 'correctionLeavesRow', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '更正后的名单至少有一项', en: 'The corrected list has at least one row.' },
  holds: ({ left }: { left: number }) => left > 0,
  otherwise: () => ({ zh: '各项都移出了；不再公示的，请终止公示。', en: 'Every row is taken out; to publish nothing, terminate the notice.' }),
})

/** What each kind of notice lists; of major matters only those that end with the base leaving. */
const listed = { recognition: ['recognition'], grade: ['assessment'], removal: ['revocation', 'major-matter'] } as const
export const listFitsKind = rule({
  id: 'listFitsKind', law: 'Art. 10(4)', modality: 'must',
  says: { zh: '所列案件与公示事项相符', en: 'The cases listed are what the notice is about.' },
  holds: ({ kind, rows }: { kind: keyof typeof listed; rows: readonly ListedRow[] }) => rows.every((row) => fits(kind, row)),
  otherwise: ({ kind, rows }) => {
    const others = rows.filter((row) => !fits(kind, row)).map(({ name }) => name)
    return { zh: `不属于本公示事项：${others.join('、')}。拟认定公示列认定申请，考核结果公示列年度考核，撤销公示列撤销案和主动退出。`, en: `Not what this notice is about: ${others.join(', ')}. Recognitions list applications, grades list assessments, removals list revocations and bases that leave.` }
  },
})
type ListedRow = { name: string; procedure?: string | undefined; outcome?: string | undefined }
const fits = (kind: keyof typeof listed, { procedure = 'recognition', outcome }: ListedRow) => (listed[kind] as readonly string[]).includes(procedure) && (procedure !== 'major-matter' || outcome !== undefined)

/** A misprinted name is printed as the register has it; who hosts a base is not decided by a correction. */
export const correctedHostsKnown = rule({
  id: 'correctedHostsKnown', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '更正后的依托单位是该案的单位，名称与名录一致', en: 'The institutions as corrected are those of the case, by a name the register has.' },
  holds: ({ strangers }: { strangers: readonly string[] }) => strangers.length === 0,
  otherwise: ({ strangers }) => ({ zh: `不是该案单位在名录中的现用名或曾用名：${strangers.join('、')}。名称有误的，先在单位名录更正。`, en: `Not a present or former name of an institution of the case: ${strangers.join(', ')}. A wrong name is corrected in the register first.` }),
})

/** A row that is not there would be held for nobody, and told in public as if it were. */
export const noticeRowListed = rule({
  id: 'noticeRowListed', law: 'setting:publicity.rowWaits', modality: 'must',
  says: { zh: '所指一项在公示名单中', en: 'The row is on the list.' },
  holds: ({ row, listed }: { row: string; listed: readonly string[] }) => listed.includes(row),
  otherwise: ({ row }) => ({ zh: `不在名单中或已移出：${row}`, en: `Not on the list, or struck: ${row}` }),
})

/** What an objection holds goes on when the objection is settled, by whoever handles it, and not before. */
export const rowHeldByOfficer = rule({
  id: 'rowHeldByOfficer', law: 'setting:publicity.rowWaits', modality: 'must',
  says: { zh: '该项由经办人暂缓，不因异议等待', en: 'The row was held by an officer and not for an objection.' },
  holds: ({ row, held }: { row: string; held: readonly string[] }) => held.includes(row),
  otherwise: ({ row }) => ({ zh: `没有经办人暂缓的这一项：${row}。因异议等待的，异议办结时由系统恢复。`, en: `No officer holds this row: ${row}. What waits for an objection goes on when the objection is settled.` }),
})

export const someRowHeldByOfficer = rule({
  id: 'someRowHeldByOfficer', law: 'setting:publicity.rowWaits', modality: 'must',
  says: { zh: '有经办人暂缓的一项', en: 'A row is held by an officer.' },
  holds: ({ held }: { held: number }) => held > 0,
  otherwise: () => ({ zh: '没有经办人暂缓的项。因异议等待的，异议办结时由系统恢复。', en: 'No row is held by an officer. What waits for an objection goes on when the objection is settled.' }),
})

export const objectionNamedBySystem = rule({
  id: 'objectionNamedBySystem', law: 'setting:publicity.rowWaits', modality: 'must',
  says: { zh: '不由经办人写明异议', en: 'An officer names no objection.' },
  holds: ({ objection }: { objection: string | null }) => objection === null,
  otherwise: () => ({ zh: '因异议暂缓和恢复的，由系统随异议办理；这里不能写明异议。', en: 'What is held or released for an objection follows the objection itself; none can be named here.' }),
})
