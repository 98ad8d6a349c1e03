/** Sections A to D of a demo application: what for, who, with whom, where. */
import { plusMonths } from '../kernel/day.ts'
import { added } from '../procedures/recognition/recognition.form.grammar.ts'
import type { About, Answers } from './applications.ts'
import { idOf, money, yearOf } from './applications.figures.ts'
import type { DemoOrganisation } from './organisations.ts'

export const basicsOf = ({ brief, on, hostAdmin, random, key, partner }: About): Answers => ({
  direction: brief.direction,
  field: brief.field,
  ...(brief.chain && { chain: brief.chain }),
  ...(brief.specialTown && { specialTown: brief.specialTown }),
  ministryField: brief.ministry,
  industryCode: brief.industry,
  track: brief.special?.track ?? 'regular',
  ...(brief.special && { specialBasis: brief.special.basis }),
  jointApplication: partner !== undefined,
  county: brief.county,
  address: `山西省晋中市${brief.place}`,
  postcode: '030600',
  contactName: hostAdmin.name,
  contactMobile: `000-0000-${random.whole(1000, 9999)}`,
  contactPhone: `0354-000${random.whole(1000, 9999)}`,
  contactMail: `${key}@example.org`,
  filledOn: on,
})

export const hostOf = ({ brief, host, hostAdmin, random, on }: About): Answers => ({
  name: host.name,
  uscc: host.uscc,
  nature: brief.type ?? 'enterprise',
  legalPerson: true,
  ...(brief.type === 'specialInstitute' && { specialDocument: '关于同意按特殊性质科研院所管理的函（演示）〔2019〕12 号' }),
  legalRepresentative: hostAdmin.name,
  registeredAddress: `山西省晋中市${brief.place}`,
  county: brief.county,
  establishedOn: `${brief.since}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
  registeredCapital: brief.capital,
  employees: brief.employees,
  researchers: brief.researchers,
  affiliation: brief.type === undefined ? '无上级主管单位' : '上级主管部门（演示）',
  years: [3, 2, 1].map((ago, index) => {
    const revenue = money(brief.revenue * (1 - 0.07 * (ago - 1)))
    return {
      id: idOf('y', index),
      year: yearOf(on) - ago,
      assets: money(revenue * 1.36),
      revenue,
      research: money(revenue * (0.035 + 0.004 * index)),
      profit: money(revenue * (ago === 3 ? -0.012 : 0.046)),
      debtRatio: 46.5 - index * 1.5,
    }
  }),
  qualifications: (brief.type === undefined ? ['highTech', 'specialised'] : ['platform']).map((kind, index) => ({
    id: idOf('q', index),
    kind,
    title: { highTech: '高新技术企业', specialised: '专精特新中小企业', platform: '市级重点实验室' }[kind] as string,
    number: `YS-${yearOf(on) - 1}-00${random.whole(10, 99)}（演示）`,
    validTo: plusMonths(on, 14),
  })),
})

export const partnershipOf = ({ brief: { partner }, on }: About, { name, uscc }: DemoOrganisation, org?: string): Answers => ({
  leadContribution: 'equipment',
  leadAmount: 860,
  leadShare: 100 - (partner?.share ?? 0),
  leadDuties: '负责场地、设备、运行管理和对外服务，承担安全环保主体责任，统一申报和报送。',
  agreementNumber: `GJ-${yearOf(on)}-01（演示）`,
  agreementOn: plusMonths(on, -5),
  agreementTo: plusMonths(on, 55),
  decisionRule: '管理委员会按权益比例组成，年度计划、预算和收费标准须三分之二以上同意。',
  costRule: '运行费用按权益比例分担，服务收入先用于运行。',
  safetyDuty: '场地内安全、环保、保密由牵头单位负责，驻场人员遵守牵头单位制度。',
  partners: [
    {
      id: 'p1',
      name,
      uscc,
      ...(org && { org }),
      contribution: partner?.contribution ?? 'technology',
      amount: 240,
      share: partner?.share ?? 0,
      duties: partner?.duties ?? '',
      benefits: '服务净收益按权益比例分配。',
      rights: '共同完成的成果共有，各自背景技术归各自所有。',
      exit: '提前六个月书面提出，已承接的服务履行完毕后退出，技术许可继续有效三年。',
    },
  ],
})

export function siteOf({ brief, on, random }: About): Answers {
  const parts = { areaPilot: 0.56, areaTesting: 0.14, areaOffice: 0.1, areaStorage: 0.12 }
  const areas = Object.fromEntries(Object.entries(parts).map(([id, share]) => [id, Math.round(brief.area * share)]))
  const chemical = brief.risk?.chemical
  const [town] = brief.place.split(' ')
  return {
    county: brief.county,
    town: (town as string).slice(0, 20),
    address: brief.place,
    area: brief.area,
    ...areas,
    areaCommon: brief.area - added(Object.values(areas)),
    tenure: brief.lease === undefined ? 'own' : 'lease',
    ...(brief.lease !== undefined && { leaseTo: plusMonths(on, Math.round(brief.lease * 12)) }),
    ...(brief.lease !== undefined && brief.lease < 3 && { leaseNote: '出租方已书面同意期满续租五年，续租意向书随附件 A03 提交。' }),
    concentrated: true,
    managedAsOne: true,
    chemicalProcess: chemical !== undefined,
    ...(chemical && { inChemicalPark: true, chemicalPark: chemical.park }),
    firePaper: random.pick(['accepted', 'filed']),
    fireNumber: `消备〔${yearOf(on) - 2}〕第 0${random.whole(100, 999)} 号（演示）`,
    fireOn: plusMonths(on, -26),
    environmentPaper: chemical ? 'approved' : 'registered',
    environmentNumber: `环评〔${yearOf(on) - 3}〕0${random.whole(10, 99)} 号（演示）`,
    environmentOn: plusMonths(on, -32),
    dischargePaper: chemical ? 'permit' : 'registered',
    dischargeNumber: `PW-${random.whole(1000, 9999)}（演示）`,
    ...(chemical && {
      safetyNumber: `安评〔${yearOf(on) - 1}〕0${random.whole(10, 99)} 号（演示）`,
      safetyOn: plusMonths(on, -9),
      healthNumber: `职评〔${yearOf(on) - 1}〕0${random.whole(10, 99)} 号（演示）`,
    }),
  }
}
