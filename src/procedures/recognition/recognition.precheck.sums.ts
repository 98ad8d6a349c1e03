/** Totals that must agree between sections 勾稽. */
import { settingRef } from '../../settings/setting-ref.ts'
import { areaParts, computedOf } from './recognition.form.computed.ts'
import { added, inMoney, numberAt, rowsAt, sumOf, words } from './recognition.form.grammar.ts'
import { type Check, type CheckFacts, type Fault, byRow, fault } from './recognition.precheck.check.ts'

const agree = settingRef('form.totalTolerance')
const base = { law: agree, weight: 'must' } as const

export const sumChecks: readonly Check[] = [
  {
    ...base,
    id: 'equipmentMatchesFunds',
    section: 'G',
    path: 'G.deviceInvestment',
    says: words('设备合计与经费一致', 'Equipment and funds agree'),
    faults: (facts) =>
      differs(
        facts,
        computedOf('equipmentValue', facts.data),
        numberAt(facts.data, 'G.deviceInvestment'),
        ['E 节设备合计', 'Equipment in E'],
        ['G 节设备投资', 'equipment investment in G'],
      ),
  },
  {
    ...base,
    id: 'investmentAddsUp',
    section: 'G',
    path: 'G.completedInvestment',
    says: words('已完成投资各项与合计一致', 'Parts and total of the investment agree'),
    faults: (facts) =>
      differs(
        facts,
        partsOf(facts, ['G.deviceInvestment', 'G.siteInvestment', 'G.otherInvestment']),
        numberAt(facts.data, 'G.completedInvestment'),
        ['各项相加', 'The parts'],
        ['合计', 'the total'],
      ),
  },
  {
    ...base,
    id: 'completedWithinTotal',
    section: 'G',
    path: 'G.completedInvestment',
    says: words('已完成投资不超过总投资', 'No more is invested than the total'),
    faults: ({ data }) => {
      const [completed, total] = [numberAt(data, 'G.completedInvestment'), numberAt(data, 'G.totalInvestment')]
      if (completed === undefined || total === undefined) return undefined
      return completed <= total
        ? []
        : [
            fault(
              `已完成 ${inMoney(completed)} 万元，总投资 ${inMoney(total)} 万元。`,
              `${inMoney(completed)} invested, total ${inMoney(total)} (10,000 yuan).`,
            ),
          ]
    },
  },
  {
    ...base,
    id: 'sourcesMatchTotal',
    section: 'G',
    path: 'G.sources',
    says: words('投资来源与总投资一致', 'Sources and total investment agree'),
    faults: (facts) =>
      differs(
        facts,
        tableSum(facts, 'G.sources', 'amount'),
        numberAt(facts.data, 'G.totalInvestment'),
        ['来源合计', 'The sources'],
        ['总投资', 'the total investment'],
      ),
  },
  {
    ...base,
    id: 'runningMatchesCost',
    section: 'G',
    path: 'G.running',
    says: words('运行经费来源与运行经费一致', 'Sources and running cost agree'),
    faults: (facts) =>
      differs(
        facts,
        tableSum(facts, 'G.running', 'amount'),
        numberAt(facts.data, 'G.runningCost'),
        ['来源合计', 'The sources'],
        ['年度运行经费', 'the running cost'],
      ),
  },
  {
    ...base,
    id: 'areaMatchesParts',
    section: 'D',
    path: 'D.area',
    says: words('各部分面积与总面积一致', 'Parts and total area agree'),
    faults: ({ data }) => {
      const total = numberAt(data, 'D.area')
      if (total === undefined || areaParts.some((path) => numberAt(data, path) === undefined)) return undefined
      const parts = added(areaParts.map((path) => numberAt(data, path)))
      return parts === total
        ? []
        : [
            fault(
              `各部分合计 ${parts} m²，总面积 ${total} m²，相差 ${gap(parts, total)} m²。`,
              `The parts make ${parts} m², the total is ${total} m², ${gap(parts, total)} m² apart.`,
            ),
          ]
    },
  },
  {
    ...base,
    id: 'sharesMakeAHundred',
    section: 'C',
    path: 'C.partners',
    says: words('各方权益比例合计 100%', 'The shares make 100 per cent'),
    faults: ({ data, facts }) => {
      const lead = numberAt(data, 'C.leadShare')
      if (!facts.joint || lead === undefined || facts.partners.length === 0) return facts.joint === false ? [] : undefined
      const sum = added([lead, ...rowsAt(data, 'C.partners').map(({ share }) => share)])
      return sum === 100 ? [] : [fault(`各方合计 ${sum}%。`, `The shares make ${sum} per cent.`)]
    },
  },
  {
    ...base,
    id: 'receivedWithinContract',
    section: 'I',
    path: 'I.services',
    says: words('服务到账额不超过合同额', 'No more is received than contracted'),
    faults: ({ data }) =>
      byRow(rowsAt(data, 'I.services'), 'I.services', 'received', ({ received, contract }, no) =>
        typeof received === 'number' && typeof contract === 'number' && received > contract
          ? [
              `第 ${no} 行到账 ${inMoney(received)} 万元，合同 ${inMoney(contract)} 万元。`,
              `Row ${no}: ${inMoney(received)} received, ${inMoney(contract)} contracted.`,
            ]
          : undefined,
      ),
  },
  {
    ...base,
    id: 'servicesWithinRevenue',
    section: 'I',
    path: 'I.services',
    says: words('服务到账额不超过当年营业收入', 'Services stay within the revenue of the year'),
    faults: ({ data }) => {
      const years = rowsAt(data, 'B.years')
      const services = rowsAt(data, 'I.services')
      if (years.length === 0) return undefined
      return years.flatMap(({ year, revenue }) => {
        const received = sumOf(
          services.filter((row) => row['year'] === year),
          'received',
        )
        return typeof revenue === 'number' && received > revenue
          ? [
              fault(
                `${year} 年服务到账 ${inMoney(received)} 万元，B 节营业收入 ${inMoney(revenue)} 万元。`,
                `${year}: ${inMoney(received)} received, revenue in B ${inMoney(revenue)}.`,
              ),
            ]
          : []
      })
    },
  },
]

function differs(
  { settings }: CheckFacts,
  left: unknown,
  right: unknown,
  ofLeft: readonly [string, string],
  ofRight: readonly [string, string],
): Fault[] | undefined {
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  const apart = gap(left, right)
  return apart <= settings['form.totalTolerance']
    ? []
    : [
        fault(
          `${ofLeft[0]} ${inMoney(left)} 万元，${ofRight[0]} ${inMoney(right)} 万元，相差 ${inMoney(apart)} 万元。`,
          `${ofLeft[1]}: ${inMoney(left)}; ${ofRight[1]}: ${inMoney(right)}; ${inMoney(apart)} apart (10,000 yuan).`,
        ),
      ]
}

const gap = (left: number, right: number) => Math.abs(added([left, -right]))

const tableSum = ({ data }: CheckFacts, path: string, column: string) =>
  rowsAt(data, path).length > 0 ? sumOf(rowsAt(data, path), column) : undefined

function partsOf({ data }: CheckFacts, paths: readonly string[]): number | undefined {
  const parts = paths.map((path) => numberAt(data, path))
  return parts.includes(undefined) ? undefined : added(parts)
}
