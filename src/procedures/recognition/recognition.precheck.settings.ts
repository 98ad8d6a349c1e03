/** Checks that rest on a setting each: lease, credit report, credit codes, organiser, reference lines. */
import { daysBetween, plusMonths } from '../../kernel/day.ts'
import { checkCreditCode } from '../../settings/codes.ts'
import { settingRef } from '../../settings/setting-ref.ts'
import { rowsAt, textAt, words } from './recognition.form.grammar.ts'
import { type Check, type CheckFacts, type Fault, fault } from './recognition.precheck.check.ts'

export const settingChecks: readonly Check[] = [
  {
    id: 'leaseLongEnough',
    section: 'D',
    path: 'D.leaseTo',
    law: settingRef('site.minLeaseYears'),
    weight: 'explain',
    explainedAt: () => 'D.leaseNote',
    says: words('剩余租期', 'Remaining lease'),
    faults: ({ facts: { site }, settings, today }) => {
      if (site.tenure === undefined || (site.tenure !== 'own' && site.leaseTo === undefined)) return undefined
      const years = settings['site.minLeaseYears']
      return site.leaseTo === undefined || site.leaseTo >= plusMonths(today, years * 12)
        ? []
        : [
            fault(
              `租期至 ${site.leaseTo}，剩 ${spanLeft(today, site.leaseTo).zh}，不足 ${years} 年。可以提交，须写说明。`,
              `The lease ends on ${site.leaseTo}, ${spanLeft(today, site.leaseTo).en} from now, under ${years} years; explain it.`,
            ),
          ]
    },
  },
  {
    id: 'creditReportFresh',
    section: 'K',
    path: 'K.creditReportOn',
    law: settingRef('credit.reportDays'),
    weight: 'must',
    says: words('信用报告在有效日数内', 'The credit report is recent'),
    faults: ({ facts: { credit }, settings, today }) => {
      if (credit.reportOn === undefined) return undefined
      const age = daysBetween(credit.reportOn, today)
      if (age < 0) return [fault(`查询日期 ${credit.reportOn} 晚于今天。`, `Drawn on ${credit.reportOn}, after today.`)]
      return age <= settings['credit.reportDays']
        ? []
        : [
            fault(
              `${credit.reportOn} 查询，已 ${age} 日，超过 ${settings['credit.reportDays']} 日。请重新查询。`,
              `Drawn on ${credit.reportOn}, ${age} days ago, more than ${settings['credit.reportDays']}. Draw it again.`,
            ),
          ]
    },
  },
  {
    id: 'creditCodeFits',
    section: 'B',
    path: 'B.uscc',
    law: settingRef('uscc.check'),
    weight: 'explain',
    explainedAt: () => 'B.usccNote',
    says: words('统一社会信用代码校验', 'The credit code passes its check'),
    faults: (facts) => codeFaults(facts, textAt(facts.data, 'B.uscc')),
  },
  {
    id: 'partnerCodesFit',
    section: 'C',
    path: 'C.partners',
    law: settingRef('uscc.check'),
    weight: 'explain',
    explainedAt: (path) => path.replace(/uscc$/u, 'usccNote'),
    says: words('共建单位代码校验', 'The credit codes of the partners pass'),
    faults: (facts) =>
      facts.facts.joint === true
        ? rowsAt(facts.data, 'C.partners').flatMap(({ id, uscc }) =>
            (codeFaults(facts, typeof uscc === 'string' ? uscc : undefined) ?? []).map((one) => ({
              ...one,
              path: `C.partners.${id}.uscc`,
            })),
          )
        : facts.facts.joint === false
          ? []
          : undefined,
  },
  reference(
    'areaReference',
    'D',
    'D.area',
    'reference.area',
    words('场地面积参考线', 'Reference line for the area'),
    ({ facts }) => facts.site.area,
    ' m²',
    ' m²',
  ),
  reference(
    'equipmentReference',
    'E',
    'E.equipment',
    'reference.equipment',
    words('设备原值参考线', 'Reference line for the equipment'),
    ({ facts }) => (facts.equipment.rows > 0 ? facts.equipment.value : undefined),
    ' 万元',
    ' x 10,000 yuan',
  ),
  reference(
    'staffReference',
    'F',
    'F.staff',
    'reference.fullTimeStaff',
    words('全职人员参考线', 'Reference line for full-time staff'),
    ({ facts }) => (facts.staff.total > 0 ? facts.staff.fullTime : undefined),
    ' 人',
    '',
  ),
]

type ReferenceKey = 'reference.area' | 'reference.equipment' | 'reference.fullTimeStaff'

/** A reference line refuses nobody: below it people judge. */
function reference(
  id: string,
  section: Check['section'],
  path: string,
  key: ReferenceKey,
  says: Check['says'],
  value: (facts: CheckFacts) => number | undefined,
  zh: string,
  en: string,
): Check {
  return {
    id,
    section,
    path,
    law: settingRef(key),
    weight: 'judge',
    says,
    faults: (facts) => {
      const [has, line] = [value(facts), facts.settings[key]]
      return has === undefined
        ? undefined
        : has >= line
          ? []
          : [
              fault(
                `${has}${zh}，参考线 ${line}${zh}。不作为否决依据，由专家判断。`,
                `${has}${en}, reference line ${line}${en}. No ground to refuse; experts judge.`,
              ),
            ]
    },
  }
}

const codeFaults = ({ settings }: CheckFacts, code: string | undefined): Fault[] | undefined => {
  if (!settings['uscc.check'] || code === undefined) return settings['uscc.check'] ? undefined : []
  const check = checkCreditCode(code)
  return check.valid
    ? []
    : [{ because: words(`${check.because.zh}证照确系如此的，写明。`, `${check.because.en} Say so if the licence shows it.`) }]
}

/** 2 年 4 个月 from one day to a later one. */
function spanLeft(from: string, to: string) {
  let months = 0
  while (plusMonths(from, months + 1) <= to) months++
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return { zh: to < from ? '0 个月' : `${years} 年 ${rest} 个月`, en: to < from ? '0 months' : `${years} years ${rest} months` }
}
