/** Staff, director and committee against the papers handed in and against one another. */
import { settingRef } from '../../settings/setting-ref.ts'
import { type Row, numberAt, rowsAt, words } from './recognition.form.grammar.ts'
import { type Check, byRow, fault } from './recognition.precheck.check.ts'

const agree = settingRef('form.totalTolerance')
const base = { law: agree, weight: 'must' } as const
const form = settingRef('form.version')

export const peopleChecks: readonly Check[] = [
  {
    ...base,
    id: 'staffMatchesList',
    section: 'F',
    path: 'F.listedStaff',
    says: words('人员名单与人员表一致', 'List handed in and table of staff agree'),
    faults: ({ data, facts }) => {
      const listed = numberAt(data, 'F.listedStaff')
      if (listed === undefined || facts.staff.total === 0) return undefined
      return listed === facts.staff.total
        ? []
        : [
            fault(
              `名单（A05）${listed} 人，F 节人员表 ${facts.staff.total} 人。`,
              `${listed} on the list (A05), ${facts.staff.total} in the table.`,
            ),
          ]
    },
  },
  {
    id: 'insuranceMatchesFullTime',
    section: 'F',
    path: 'F.insuredStaff',
    law: form,
    weight: 'explain',
    explainedAt: () => 'F.staffNote',
    says: words('社保证明与全职人员一致', 'Social insurance covers the full-time staff'),
    faults: ({ data, facts: { staff } }) => {
      const insured = numberAt(data, 'F.insuredStaff')
      if (insured === undefined || staff.total === 0) return undefined
      return insured === staff.fullTime
        ? []
        : [fault(`社保证明 ${insured} 人，全职 ${staff.fullTime} 人。`, `${insured} insured, ${staff.fullTime} full time.`)]
    },
  },
  {
    id: 'staffInsuredByParties',
    section: 'F',
    path: 'F.staff',
    law: form,
    weight: 'explain',
    explainedAt: () => 'F.staffNote',
    says: words('全职人员由依托或共建单位缴纳社保', 'Full-time staff are insured by host or partners'),
    faults: ({ data, facts: { lead, partners } }) => {
      const parties = [lead.name, ...partners.map(({ name }) => name)]
      return lead.name === undefined
        ? undefined
        : byRow(rowsAt(data, 'F.staff'), 'F.staff', 'insuredBy', ({ fullTime, insuredBy }, no) =>
            fullTime === true && insuredBy && !parties.includes(String(insuredBy))
              ? [`第 ${no} 行由 ${insuredBy} 缴纳。`, `Row ${no} is insured by ${insuredBy}.`]
              : undefined,
          )
    },
  },
  {
    id: 'directorOnStaffList',
    section: 'F',
    path: 'F.staff',
    law: form,
    weight: 'explain',
    explainedAt: () => 'F.staffNote',
    says: words('全职主任列入固定人员', 'A full-time director is on the staff list'),
    faults: ({ facts: { director, staff } }) => {
      if (director.name === undefined || director.fullTime === undefined || staff.total === 0) return undefined
      return !director.fullTime || staff.names.includes(director.name)
        ? []
        : [fault(`主任 ${director.name} 不在固定人员表中。`, `Director ${director.name} is not in the table of staff.`)]
    },
  },
  {
    ...base,
    id: 'nobodyListedTwice',
    section: 'F',
    path: 'F.staff',
    says: words('同一人只列一次', 'Nobody is listed twice'),
    faults: ({ data }) => {
      const rows = rowsAt(data, 'F.staff')
      const key = (row: Row) => `${row['name']} ${row['bornYear']}`
      return byRow(rows, 'F.staff', 'name', (row, no) => {
        const first = rows.findIndex((other) => key(other) === key(row))
        return row['name'] && first < no - 1
          ? [`第 ${no} 行与第 ${first + 1} 行同名、同年出生。`, `Rows ${first + 1} and ${no} have one name and year of birth.`]
          : undefined
      })
    },
  },
  {
    id: 'committeeHasOneChair',
    section: 'F',
    path: 'F.committee',
    law: form,
    weight: 'must',
    says: words('管理委员会有一名主任委员', 'The committee has one chair'),
    faults: ({ data }) => {
      const rows = rowsAt(data, 'F.committee')
      const chairs = rows.filter(({ post }) => post === 'chair').length
      return rows.length === 0 ? undefined : chairs === 1 ? [] : [fault(`现列主任委员 ${chairs} 名。`, `${chairs} are listed.`)]
    },
  },
  {
    ...base,
    id: 'researchersWithinStaff',
    section: 'B',
    path: 'B.researchers',
    says: words('研发人员数不超过职工总数', 'No more researchers than employees'),
    faults: ({ data }) => {
      const [researchers, employees] = [numberAt(data, 'B.researchers'), numberAt(data, 'B.employees')]
      if (researchers === undefined || employees === undefined) return undefined
      return researchers <= employees
        ? []
        : [fault(`研发人员 ${researchers} 人，职工 ${employees} 人。`, `${researchers} researchers, ${employees} employees.`)]
    },
  },
]
