/** Sections E to H of a demo application: equipment, people, funds, technology. */
import { ageOn, plusDays, plusMonths } from '../kernel/day.ts'
import { type Row, added } from '../procedures/recognition/recognition.form.grammar.ts'
import type { About, Answers } from './applications.ts'
import { idOf, money, yearOf } from './applications.figures.ts'
import { committeeOf, staffOf } from './applications.people.ts'

const kinds = { m: 'metrology', l: 'laboratory', p: 'pilot', n: 'line', s: 'safety', i: 'it' } as const

export function equipmentOf({ brief, on, random }: About): Row[] {
  return brief.equipment.map((line, index) => {
    const [name, model, kind, count, value, hours, price, parameters] = line.split('|') as [
      string,
      string,
      keyof typeof kinds,
      string,
      string,
      string?,
      string?,
      string?,
    ]
    return {
      id: idOf('e', index),
      name,
      model,
      kind: kinds[kind],
      count: Number(count),
      value: Number(value),
      boughtOn: plusDays(on, -random.whole(180, 2000)),
      tenure: 'own',
      ...(parameters && { parameters }),
      place: random.pick(['中试车间 A 区', '中试车间 B 区', '检测室', '公辅间']),
      open: kind !== 's',
      ...(price && { price }),
      ...(hours && { hours: Number(hours) }),
      shared: kind === 'm',
    }
  })
}

export const linesOf = ({
  brief: {
    line: [name, capacity, capacityUnit, processes, scaleUp, levelFrom, levelTo, risk],
  },
}: About): Row[] => [{ id: 'l1', name, capacity, capacityUnit, processes, scaleUp, levelFrom, levelTo, risk }]

export function peopleOf(about: About): Answers {
  const { brief, director, on, host } = about
  const from = `${plusMonths(on, -4).slice(0, 7)}-01`
  const bornOn = `${director.bornYear}-0${((director.name.codePointAt(1) ?? 0) % 9) + 1}-15`
  const staff = staffOf(about)
  const fullTime = staff.filter((row) => row['fullTime'] === true).length
  const notes = [
    ageOn(bornOn, from) > 60 ? '聘任时已满 60 周岁，仍承担技术带头工作，依托单位已书面同意聘满本届并培养副主任接任。' : '',
    brief.director.title === 'middle' ? '在本领域从事工艺研究二十年，主持省级以上展品烧制工艺三项，行业协会出具同等水平证明。' : '',
  ].filter(Boolean)
  return {
    directorName: director.name,
    directorBornOn: bornOn,
    directorTitle: brief.director.title,
    directorTitleName: brief.director.titleName,
    directorEducation: staff[0]?.['education'] as string,
    directorMajor: brief.director.major,
    directorPost: '中试基地主任',
    directorAppointedOn: from,
    directorTermFrom: from,
    directorTermTo: plusDays(plusMonths(from, 60), -1),
    directorTermNo: 1,
    directorFullTime: true,
    directorResume: `长期从事${brief.director.major}研究与工程化，在${host.name}主持${brief.work}，有中试装置建设和对外服务经验。`,
    directorWorks: `主持${brief.direction}相关项目 3 项，形成工艺包 2 个（演示）。`,
    ...(notes.length > 0 && { directorNote: notes.join('') }),
    listedStaff: staff.length,
    insuredStaff: fullTime,
    committee: committeeOf(about),
    advisers: [],
    staff,
  }
}

export function fundsOf({ brief, random, on }: About, value: number): Answers {
  const [site, other, further] = [money(value * 0.31), money(value * 0.07), money(value * 0.22)]
  const completed = added([value, site, other])
  const total = added([completed, further])
  const [fiscal, loan] = [money(total * 0.06), random.next() < 0.5 ? money(total * 0.18) : 0]
  const running = money(brief.staff * 9.6 + value * 0.04)
  const income = money(running * 0.42)
  const [first, second] = [money(further * 0.5), money(further * 0.3)]
  const year = yearOf(on)
  return {
    totalInvestment: total,
    deviceInvestment: value,
    siteInvestment: site,
    otherInvestment: other,
    completedInvestment: completed,
    runningCost: running,
    accounting: brief.type === undefined ? 'separateLedger' : random.pick(['separateLedger', 'auxiliaryLedger']),
    ledger: `${brief.direction}中试基地专账`,
    sources: [
      { id: 's1', kind: 'own', amount: added([total, -fiscal, -loan]) },
      { id: 's2', kind: 'fiscal', amount: fiscal, remark: '市级科技计划项目经费（演示）' },
      ...(loan > 0 ? [{ id: 's3', kind: 'loan', amount: loan, remark: '技术改造贷款（演示）' }] : []),
    ],
    plan: [
      { id: 'i1', year: year + 1, amount: first, purpose: '补充检测设备与在线分析' },
      { id: 'i2', year: year + 2, amount: second, purpose: '中试线自动化改造' },
      { id: 'i3', year: year + 3, amount: added([further, -first, -second]), purpose: '公辅与信息化完善' },
    ],
    running: [
      { id: 'r1', kind: 'own', amount: added([running, -income]) },
      { id: 'r2', kind: 'income', amount: income },
    ],
  }
}

export const technologyOf = ({ brief, host, on, random }: About): Answers => ({
  directions: `${brief.work}；面向行业开展工艺验证、性能评价和小批量试制。`,
  strength: `${brief.need}。${host.name}围绕${brief.direction}持续投入，建有试验线和检测条件，近三年完成工艺放大 ${random.whole(3, 9)} 项，成果在本市企业应用。`,
  levelFrom: brief.line[5],
  levelTo: brief.line[6],
  projects: [
    {
      id: 'x1',
      title: `${brief.direction}关键工艺放大研究（演示）`,
      level: 'municipal',
      state: 'done',
      from: `${yearOf(on) - 3}-03`,
      to: `${yearOf(on) - 1}-12`,
      amount: 120,
    },
    {
      id: 'x2',
      title: `${brief.direction}在线检测与质量一致性研究（演示）`,
      level: 'provincial',
      state: 'running',
      from: `${yearOf(on) - 1}-06`,
      amount: 200,
    },
  ],
  rights: brief.patents.map((title, index) => ({
    id: idOf('t', index),
    kind: index === 1 ? 'utility' : 'invention',
    title,
    owner: host.name,
    number: `演示专利-${yearOf(on) - index - 1}-${random.whole(100, 999)}`,
    on: plusMonths(on, -12 - index * 7),
    state: index === 2 ? 'pending' : 'granted',
  })),
  standards:
    random.next() < 0.5
      ? [
          {
            id: 'd1',
            kind: 'enterprise',
            number: `Q/YS ${random.whole(10, 99)}—${yearOf(on) - 1}（演示）`,
            title: `${brief.direction}中试技术规范`,
            year: yearOf(on) - 1,
          },
        ]
      : [],
  awards: [],
  packages: [
    {
      id: 'k1',
      title: `${brief.line[0].replace('中试线', '').replace('试制线', '')}工艺包`,
      level: brief.line[6],
      used: '已在合作企业应用',
    },
  ],
})
