/** Sections I to L of a demo application: services, house rules, safety, plan. */
import { plusDays, plusMonths } from '../kernel/day.ts'
import type { Row } from '../procedures/recognition/recognition.form.grammar.ts'
import { houseRules } from '../procedures/recognition/recognition.form.options.ts'
import type { About, Answers } from './applications.ts'
import { idOf, money, yearOf } from './applications.figures.ts'
import { marked, organisationOf } from './organisations.ts'

const verifications = ['process', 'performance', 'production', 'design', 'fit', 'process'] as const

/** Two services for every client on average; one is pure testing, and one may be for a related party. */
export function servicesOf({ brief, on, random, key }: About): Row[] {
  const year = yearOf(on)
  return brief.clients.flatMap((name, index): Row[] => {
    const client = organisationOf(marked(name))
    return [0, 1].slice(0, 1 + (random.next() < 0.6 ? 1 : 0)).map((time) => {
      const served = year - 3 + ((index + time) % 3)
      const testing = index === 1 && time === 0
      const contract = money(testing ? random.whole(2, 6) + 0.4 : random.whole(8, 46) + random.whole(0, 99) / 100)
      const from = `${served}-0${random.whole(1, 8)}-${random.whole(10, 28)}`
      return {
        id: idOf(`v${index}-`, time),
        year: served,
        client: client.name,
        clientCode: client.uscc,
        place: client.place,
        inCity: client.inCity,
        related: index === 2 && time === 1,
        kind: testing ? 'testing' : (verifications[(index + time) % verifications.length] as string),
        pureTesting: testing,
        project: `${brief.direction}${testing ? '性能检测' : time === 0 ? '工艺验证' : '小批量试制'}`,
        from,
        to: plusDays(from, random.whole(30, 110)),
        contract,
        received: money(contract * random.pick([1, 0.9, 0.7])),
        contractNumber: testing ? null : `${served}-${key.slice(0, 3).toUpperCase()}-${index}${time}（演示）`,
        result: testing ? 'report' : random.pick(['fixed', 'package', 'production', 'report']),
      }
    })
  })
}

export const rulesOf = ({ on, random, host }: About): Answers => {
  const drafting = random.whole(0, 3) === 0 ? 'people' : random.whole(0, 2) === 0 ? 'records' : ''
  return {
    directorLeads: true,
    apart: true,
    mechanism: '实行依托单位领导下的主任负责制，设备和产线统一预约、对外公布价目，骨干双向流动，与高校院所联合攻关，服务任务择优承接。',
    rules: houseRules.map(
      ({ value, words }): Row =>
        value === drafting
          ? { id: `h-${value}`, kind: value, state: 'drafting', remark: '已完成征求意见，计划三个月内发布。' }
          : {
              id: `h-${value}`,
              kind: value,
              state: 'adopted',
              title: `${host.name.slice(0, 6)}${words.zh.replaceAll('/', '与')}`,
              on: plusMonths(on, -random.whole(4, 26)),
              edition: `V${random.whole(1, 3)}.0`,
            },
    ),
  }
}

export function dutiesOf({ brief: { risk = {} }, on, random }: About): Answers {
  const { chemical } = risk
  return {
    hazardousChemicals: chemical?.chemicals !== undefined,
    ...(chemical?.chemicals && { chemicals: chemical.chemicals }),
    hazardousProcess: chemical?.hazardousProcess !== undefined,
    ...(chemical?.hazardousProcess && { process: chemical.hazardousProcess }),
    ...(chemical && {
      riskAssessment: `${chemical.process}过程已开展反应安全风险评估，工艺危险度 2 级，建议措施已落实（演示）。`,
      emergencyPlan: `1407-YA-${random.whole(100, 999)}（演示）`,
    }),
    specialEquipment: risk.pressure !== undefined,
    ...(risk.pressure && { specialEquipmentNumbers: risk.pressure }),
    radiation: risk.radiation === true,
    ...(risk.radiation && { radiationLicence: `晋环辐证〔0${random.whole(1000, 9999)}〕（演示）`, radiationTo: plusMonths(on, 30) }),
    pathogens: false,
    experiments: risk.experiments !== undefined,
    ...(risk.experiments && { ethics: risk.experiments }),
    classified: false,
    accidentsHappened: false,
    penaltiesHappened: false,
    creditReportOn: plusDays(on, -random.whole(3, 20)),
    seriousDishonesty: false,
  }
}

export const planOf = ({ brief, on }: About): Answers => ({
  goals: [1, 2, 3].map((ahead, index) => ({
    id: idOf('g', index),
    year: yearOf(on) + ahead,
    clients: brief.clients.length + 4 * ahead,
    services: 2 * brief.clients.length + 6 * ahead,
    income: money(60 + 45 * ahead + brief.staff),
    results: 2 + ahead,
    produced: ahead,
    trained: 60 + 30 * ahead,
    investment: money(40 + 30 * ahead),
    standards: ahead > 1 ? 1 : 0,
  })),
  aims: `三年内建成服务全市的${brief.direction}公共中试平台，年服务企业 ${brief.clients.length + 12} 家以上，形成稳定的收费和预约机制。`,
  tasks: `一是承担${brief.work}；二是面向社会开放设备与产线；三是培养工程技术人员；四是举办成果转移转化交流活动。`,
  schedule: '第一年完善检测与在线分析，第二年完成中试线自动化改造，第三年申报省级中试基地。',
  safeguards: '依托单位保障运行经费和场地，管理委员会每半年检查进度，安全环保一票否决。',
  risks: '订单波动：与本市龙头企业签订年度服务框架；工艺放大失败：分级评审、小步放大；人才流动：成果收益分配倾斜一线。',
  provincial: '设备原值和人员结构已接近参考线，对外服务收入尚需提高；省级条件以省科技厅现行文件为准。',
})
