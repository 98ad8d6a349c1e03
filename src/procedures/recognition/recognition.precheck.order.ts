/** Years and days in their order: nothing twice, nothing ahead of its time, nothing expired. */
import { settingRef } from '../../settings/setting-ref.ts'
import { type Row, numberAt, rowsAt, textAt, words } from './recognition.form.grammar.ts'
import { type Check, type Fault, byRow, fault } from './recognition.precheck.check.ts'

const form = settingRef('form.version')
const base = { law: form, weight: 'must' } as const

export const orderChecks: readonly Check[] = [
  {
    ...base,
    id: 'yearsListedOnce',
    section: 'L',
    path: 'L.goals',
    says: words('同一年度只填一行', 'Every year has one row'),
    faults: ({ data }) => [
      ...twice(rowsAt(data, 'B.years'), 'B.years'),
      ...twice(rowsAt(data, 'G.plan'), 'G.plan'),
      ...twice(rowsAt(data, 'L.goals'), 'L.goals'),
    ],
  },
  {
    ...base,
    id: 'spansInOrder',
    section: 'F',
    path: 'F.directorTermTo',
    says: words('起止先后有序', 'Every span ends after it begins'),
    faults: ({ data }) => [
      ...spans.flatMap(([from, to]) => {
        const [a, b] = [textAt(data, from) ?? numberAt(data, from), textAt(data, to) ?? numberAt(data, to)]
        return a !== undefined && b !== undefined && a > b ? [{ ...fault(`起 ${a}，止 ${b}。`, `From ${a}, until ${b}.`), path: to }] : []
      }),
      ...rowSpans.flatMap(([table, from, to]) =>
        byRow(rowsAt(data, table), table, to, (row, no) => {
          const [a, b] = [row[from], row[to]]
          return a && b && a > b ? [`第 ${no} 行起 ${a}，止 ${b}。`, `Row ${no}: from ${a}, until ${b}.`] : undefined
        }),
      ),
    ],
  },
  {
    id: 'servicesAreRecent',
    section: 'I',
    path: 'I.services',
    law: form,
    weight: 'must',
    says: words('服务业绩在近三年内', 'Services lie in the last three years'),
    faults: ({ data, today }) =>
      byRow(rowsAt(data, 'I.services'), 'I.services', 'year', ({ year }, no) => {
        const now = Number(today.slice(0, 4))
        // The form asks for the last three years 近三年; the running year counts beside them.
        return typeof year === 'number' && (year < now - 3 || year > now)
          ? [`第 ${no} 行为 ${year} 年。`, `Row ${no} is of ${year}.`]
          : undefined
      }),
  },
  {
    id: 'nothingDatedAhead',
    section: 'M',
    path: 'M.hostSignedOn',
    law: form,
    weight: 'must',
    says: words('已发生的日期不晚于今天', 'What has happened is not dated ahead'),
    faults: ({ data, today }) => [
      ...pastDays.flatMap((path) => {
        const day = textAt(data, path)
        return day !== undefined && day > today
          ? [{ ...fault(`${day} 晚于今天 ${today}。`, `${day} is after today, ${today}.`), path }]
          : []
      }),
      ...byRow(rowsAt(data, 'E.equipment'), 'E.equipment', 'boughtOn', ({ boughtOn }, no) =>
        typeof boughtOn === 'string' && boughtOn > today
          ? [`第 ${no} 行购置日期 ${boughtOn} 晚于今天。`, `Row ${no}: bought on ${boughtOn}, after today.`]
          : undefined,
      ),
    ],
  },
  {
    id: 'permitsStillValid',
    section: 'K',
    path: 'K.radiationTo',
    law: form,
    weight: 'must',
    says: words('许可和协议在有效期内', 'Permits and agreements are still valid'),
    faults: ({ data, facts, today }) =>
      [...(facts.risks.radiation === true ? ['K.radiationTo'] : []), ...(facts.joint === true ? ['C.agreementTo'] : [])].flatMap((path) => {
        const day = textAt(data, path)
        return day !== undefined && day < today ? [{ ...fault(`有效期至 ${day}，已过期。`, `Valid until ${day}, now expired.`), path }] : []
      }),
  },
]

const spans = [
  ['F.directorTermFrom', 'F.directorTermTo'],
  ['C.agreementOn', 'C.agreementTo'],
  ['H.levelFrom', 'H.levelTo'],
] as const
const rowSpans = [
  ['I.services', 'from', 'to'],
  ['H.projects', 'from', 'to'],
  ['E.lines', 'levelFrom', 'levelTo'],
] as const

const pastDays = [
  'A.filledOn',
  'B.establishedOn',
  'C.agreementOn',
  'D.fireOn',
  'D.environmentOn',
  'D.safetyOn',
  'M.hostSignedOn',
  'M.directorSignedOn',
]

const twice = (rows: readonly Row[], table: string): Fault[] =>
  byRow(rows, table, 'year', ({ year }, no) => {
    const first = rows.findIndex((row) => row['year'] === year)
    return year !== undefined && first < no - 1
      ? [`第 ${no} 行与第 ${first + 1} 行同为 ${year} 年。`, `Rows ${first + 1} and ${no} are both ${year}.`]
      : undefined
  })
