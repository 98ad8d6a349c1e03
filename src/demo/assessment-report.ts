/** A made-up self-assessment report that is whole: the demo world and the tests sign it. */
import { planTargets, type TargetId } from '../settings/assessment-figures.ts'
import type { ApplicationData } from '../procedures/recognition/recognition.form.grammar.ts'

export type DemoReport = { readonly year: number; readonly name: string; readonly ownGrade: 'excellent' | 'good' | 'fair' | 'poor'; readonly targets?: { readonly [Target in TargetId]?: number }; readonly estimated?: boolean }

const usual: Readonly<Record<TargetId, number>> = { projects: 8, transferred: 2, clients: 8, received: 120, equipmentAdded: 60, invested: 150, results: 4, trainees: 60 }

export function demoReport({ year, name, ownGrade, targets = {}, estimated = false }: DemoReport): ApplicationData {
  const row = (id: string, cells: object) => ({ id, ...cells })
  return {
    A: { position: `${name}面向全市相关产业开展中试验证，实行依托单位领导下的主任负责制，${year}年度组织架构没有变化。`, self: `对照上年度计划，${year}年度主要任务按期完成，数据以基地档案登记为准。`, ownGrade, estimated },
    B: { changes: `${year}年度新增关键设备，对原有中试线做了一次大修，场地没有变化。` },
    C: { team: `${year}年度队伍稳定，新到岗工艺工程师两名，按季度开展操作和安全培训。` },
    D: { work: `${year}年度完成多项工艺放大验证，形成工艺包，配合用户完成定型。`, best: [row('b1', { title: '连续化工艺包', kind: '工艺包', effect: '用户单位建成千吨级生产线，运行稳定。' })] },
    E: { openness: '收费标准公开，受理、评估、签约、实施、交付五步办理，优先服务本市产业链。', examples: [row('e1', { title: '放大验证服务', effect: '用户小试结果不能放大，经三轮验证找到传热瓶颈，收率提高六个百分点。' })] },
    F: { mechanism: '管理委员会按季度听取汇报，制度汇编现行有效，开放、流动、联合、竞争落到实处。', accounts: '实行专账核算，收入支出单独反映，经费足额到位。' },
    G: { safety: '签订安全责任书，全年隐患全部整改闭环，危险废物规范处置。', accident: false, penalty: false },
    H: { cases: [row('c1', { title: '从公斤级到吨级', told: '历时七个月，验证批次二十六批，能耗下降百分之十一。' })] },
    I: {}, J: { matters: `${year}年度没有应报未报的重大事项。`, allReported: true },
    K: { problems: '高水平工艺人才仍显不足，部分设备利用不均衡。' },
    L: {
      goals: `${year + 1}年度以扩大对外服务、形成工艺包为重点。`, budget: 180, targets: planTargets.map((target) => row(target, { target, value: targets[target] ?? usual[target] })),
      tasks: [row('t1', { task: '完成两条中试线数字化改造', by: `${year + 1}-06` })],
    },
  }
}

/** Files that the form asks for in every case. */
export const demoEvidence = [{ attachment: 'A01', name: '服务合同与发票汇编.pdf' }, { attachment: 'A02', name: '独立核算年度报表.pdf' }] as const
