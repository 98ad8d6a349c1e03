/** Rules that rest on settings, not on the text: application and verification. Each cites the setting it compares with. */
import { type Day, daysBetween, plusMonths } from '../kernel/day.ts'
import { type Rule, rule } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import { checkCreditCode } from './codes.ts'

export const creditCodeFits = rule({
  id: 'creditCodeFits', law: 'setting:uscc.check', modality: 'usually',
  says: { zh: '统一社会信用代码合乎校验', en: 'The credit code passes its check.' },
  holds: ({ code }: { code: string | undefined }) => (code ? checkCreditCode(code).valid : undefined),
  otherwise: ({ code }) => {
    const check = code ? checkCreditCode(code) : undefined
    return check && !check.valid ? check.because : { zh: '未填写统一社会信用代码。', en: 'The credit code is missing.' }
  },
})

export const appliedOnce = rule({
  id: 'appliedOnce', law: 'setting:application.perBatch', modality: 'must',
  says: { zh: '同一单位未重复申报', en: 'The host has not applied twice.' },
  holds: ({ others, perBatch }: { others: readonly string[]; perBatch: number }) => others.length < perBatch,
  otherwise: ({ others, perBatch }) => ({
    zh: `同批已有申报：${others.join('、')}，每批限 ${perBatch} 项。`,
    en: `Already applied in this batch: ${others.join(', ')}; the limit is ${perBatch}.`,
  }),
})

export const notBarred = rule({
  id: 'notBarred', law: 'setting:application.banYears', modality: 'must',
  says: { zh: '不在弄虚作假后的不受理年限内', en: 'The host is not barred after falsification.' },
  holds: ({ falsifiedOn, on, banYears }: { falsifiedOn: Day | undefined; on: Day; banYears: number }) =>
    !falsifiedOn || on >= plusMonths(falsifiedOn, 12 * banYears),
  otherwise: ({ falsifiedOn, banYears }) => {
    const until = falsifiedOn ? plusMonths(falsifiedOn, 12 * banYears) : ''
    return {
      zh: `${falsifiedOn} 认定弄虚作假，${until} 起可再申报。`,
      en: `Falsification was found on ${falsifiedOn}; applications are open again from ${until}.`,
    }
  },
})

export const creditReportFresh = rule({
  id: 'creditReportFresh', law: 'setting:credit.reportDays', modality: 'must',
  says: { zh: '信用报告在有效日数内', en: 'The credit report is recent enough.' },
  holds: ({ reportOn, on, reportDays }: { reportOn: Day | undefined; on: Day; reportDays: number }) =>
    reportOn ? reportOn <= on && daysBetween(reportOn, on) <= reportDays : undefined,
  otherwise: ({ reportOn, on, reportDays }) =>
    !reportOn
      ? { zh: '未填写信用报告查询日期。', en: 'The date of the credit report is missing.' }
      : reportOn > on
        ? { zh: `信用报告查询日期 ${reportOn} 晚于 ${on}。`, en: `The credit report is dated ${reportOn}, after ${on}.` }
        : {
            zh: `信用报告查询于 ${reportOn}，已 ${daysBetween(reportOn, on)} 日，超过 ${reportDays} 日，请重新查询。`,
            en: `The credit report is ${daysBetween(reportOn, on)} days old (${reportOn}); ${reportDays} are allowed. Query again.`,
          },
})

/** Owned or free use without an end needs no term. */
export const leaseLongEnough = rule({
  id: 'leaseLongEnough', law: 'setting:site.minLeaseYears', modality: 'usually',
  says: { zh: '场地剩余租期达到参考线', en: 'The remaining lease reaches the reference line.' },
  holds: ({
    leased,
    leaseTo,
    on,
    minLeaseYears,
  }: {
    leased: boolean | undefined
    leaseTo: Day | undefined
    on: Day
    minLeaseYears: number
  }) => {
    if (leased === undefined) return undefined
    return !leased || (leaseTo ? leaseTo >= plusMonths(on, 12 * minLeaseYears) : undefined)
  },
  otherwise: ({ leased, leaseTo, on, minLeaseYears }) =>
    leased === undefined || !leaseTo
      ? { zh: '未填写场地权属或租期。', en: 'Tenure or end of the lease is missing.' }
      : {
          zh: `租期至 ${leaseTo}，自 ${on} 起不足 ${minLeaseYears} 年，请写说明。`,
          en: `The lease ends on ${leaseTo}, less than ${minLeaseYears} years from ${on}; explain.`,
        },
})

/** Reference lines ask for an explanation and never refuse: the text sets no number (Art. 9). */
export const areaReaches = referenceLine('areaReaches', 'setting:reference.area', { zh: '场地面积', en: 'Area' }, { zh: ' m²', en: ' m²' })
export const equipmentReaches = referenceLine(
  'equipmentReaches',
  'setting:reference.equipment',
  { zh: '设备原值', en: 'Value of equipment' },
  { zh: ' 万元', en: ' ×10,000 yuan' }
)
export const staffReaches = referenceLine(
  'staffReaches',
  'setting:reference.fullTimeStaff',
  { zh: '全职人员', en: 'Full-time staff' },
  { zh: ' 人', en: '' }
)
export const operatingYearsReach = referenceLine(
  'operatingYearsReach',
  'setting:reference.operatingYears',
  { zh: '运行年限', en: 'Years of operation' },
  { zh: ' 年', en: '' }
)

/** `qualified` of `all` hold a degree or a middle title. */
export const bachelorShareReaches = rule({
  id: 'bachelorShareReaches', law: 'setting:reference.bachelorShare', modality: 'usually',
  says: { zh: '本科或中级以上人员占比达到参考线', en: 'The share with a degree or middle title reaches the reference line.' },
  holds: ({ qualified, all, line }: { qualified: number | undefined; all: number | undefined; line: number }) =>
    qualified === undefined || !all ? undefined : qualified >= all * line,
  otherwise: ({ qualified, all, line }) =>
    qualified === undefined || !all
      ? { zh: '未填写固定人员。', en: 'No staff are listed.' }
      : {
          zh: `本科或中级以上 ${qualified} / ${all} 人，参考线 ${line * 100}%，请写说明。`,
          en: `${qualified} of ${all} hold a degree or middle title; the line is ${line * 100} %. Explain.`,
        },
})

/** A second notice may only name what the supplement itself caused. */
export const noticedOnce = rule({
  id: 'noticedOnce', law: 'setting:supplement.once', modality: 'must',
  says: { zh: '一次性告知；再次退回只针对补正新引起的问题', en: 'One notice a stage; a second only for what the supplement caused.' },
  holds: ({ before, causedBySupplement }: { before: number; causedBySupplement: boolean | undefined }) =>
    before === 0 || causedBySupplement,
  otherwise: ({ before }) => ({
    zh: `已告知过 ${before} 次。再次退回只能针对补正新引起的问题。`,
    en: `${before} notice(s) were given. Another may only name what the supplement caused.`,
  }),
})

export const supplementExtendedOnce = rule({
  id: 'supplementExtendedOnce', law: 'setting:supplement.extraDays', modality: 'must',
  says: { zh: '补正期限只延长一次', en: 'A supplement is extended once.' },
  holds: ({ extended }: { extended: boolean }) => !extended,
  otherwise: () => ({ zh: '本次补正已延长过一次。', en: 'This supplement has been extended already.' }),
})

/** Not beyond supplement, but still open: acceptance takes a reason and a dated commitment. */
export const softItemsSettled = rule({
  id: 'softItemsSettled', law: 'setting:form.hardFail', modality: 'usually',
  says: { zh: '可补正的形式审查项均已符合', en: 'Every item that can be supplemented meets the form.' },
  holds: ({
    items,
    answers,
  }: {
    items: readonly { code: string; hardFail: boolean }[]
    answers: { readonly [code: string]: string | undefined }
  }) => unsettled(items, answers).length === 0,
  otherwise: ({ items, answers }) => {
    const codes = unsettled(items, answers).join('、')
    return { zh: `${codes} 未达符合。受理须写理由和补齐日期。`, en: `${codes} not met. Acceptance takes a reason and a date.` }
  },
})

const unsettled = (items: readonly { code: string; hardFail: boolean }[], answers: { readonly [code: string]: string | undefined }) =>
  items.filter(({ code, hardFail }) => !hardFail && (answers[code] === 'fails' || answers[code] === 'supplement')).map(({ code }) => code)

function referenceLine(id: string, law: `setting:${string}`, what: Words, unit: Words): Rule<{ value: number | undefined; line: number }> {
  return rule({
    id,
    law,
    modality: 'usually',
    says: { zh: `${what.zh}达到参考线`, en: `${what.en}: at or above the reference line.` },
    holds: ({ value, line }: { value: number | undefined; line: number }) => (value === undefined ? undefined : value >= line),
    otherwise: ({ value, line }) =>
      value === undefined
        ? { zh: `未填写${what.zh}。`, en: `${what.en}: not filled in.` }
        : {
            zh: `${what.zh} ${value}${unit.zh}，参考线 ${line}${unit.zh}，请写说明。`,
            en: `${what.en}: ${value}${unit.en}; the line is ${line}${unit.en}. Explain.`,
          },
  })
}

