/** A small public world for tests and for looking at the pages. All of it is fictional. */
import type { Draw, GradedYear,
  BaseDetail,
  BaseRow,
  Home,
  LawInUse,
  NoticeDetail,
  NoticeRow,
  PortalQueries,
  Revocation,
  Statistics,
  Verification,
} from './portal.data.ts'

const fields = {
  materials: { id: 'materials', words: { zh: '碳基与新材料', en: 'Carbon and new materials' } },
  casting: { id: 'casting', words: { zh: '特钢冶金与铸造', en: 'Special steel and casting' } },
  coal: { id: 'coal', words: { zh: '煤焦化工与清洁利用', en: 'Coal chemistry' } },
  glass: { id: 'glass', words: { zh: '玻璃与非金属制品', en: 'Glass and non-metals' } },
}
const counties = {
  yuci: { code: '140702', words: { zh: '榆次区', en: 'Yuci' } },
  taigu: { code: '140703', words: { zh: '太谷区', en: 'Taigu' } },
  lingshi: { code: '140729', words: { zh: '灵石县', en: 'Lingshi' } },
  qixian: { code: '140727', words: { zh: '祁县', en: 'Qi County' } },
  pingyao: { code: '140728', words: { zh: '平遥县', en: 'Pingyao' } },
}
const named = (name: string) => ({ name, demo: true })

export const baseRows: BaseRow[] = [
  {
    id: 'JZ-ZS-2023-004',
    name: '晋中市碳纤维复合材料中试基地',
    demo: true,
    host: named('晋中晟纤碳材有限公司'),
    field: fields.materials,
    county: counties.yuci,
    status: 'operating',
    grade: { year: 2025, grade: 'excellent' },
  },
  {
    id: 'JZ-ZS-2023-002',
    name: '晋中市玛钢管件数字化铸造中试基地',
    demo: true,
    host: named('太谷兴铸玛钢有限公司'),
    field: fields.casting,
    county: counties.taigu,
    status: 'operating',
    grade: { year: 2025, grade: 'good' },
  },
  {
    id: 'JZ-ZS-2023-003',
    name: '晋中市焦炉煤气制氢中试基地',
    demo: true,
    host: named('灵石县瑞焦能源有限公司'),
    field: fields.coal,
    county: counties.lingshi,
    status: 'rectifying',
    grade: { year: 2025, grade: 'poor' },
  },
  {
    id: 'JZ-ZS-2024-001',
    name: '晋中市轻量化玻璃器皿中试基地',
    demo: true,
    host: named('祁县澄光玻璃有限公司'),
    field: fields.glass,
    county: counties.qixian,
    status: 'operating',
    grade: { year: 2025, grade: 'good' },
  },
  {
    id: 'JZ-ZS-2023-001',
    name: '晋中市陶瓷过滤材料中试基地',
    demo: true,
    host: named('平遥陶源环保有限公司'),
    field: fields.materials,
    county: counties.pingyao,
    status: 'revoked',
    grade: null,
  },
]

export const baseDetail: BaseDetail = {
  id: 'JZ-ZS-2023-004',
  name: '晋中市碳纤维复合材料中试基地',
  demo: true,
  status: 'operating',
  statusSince: '2023-11-28',
  field: fields.materials,
  county: counties.yuci,
  hosts: [
    { ...named('晋中晟纤碳材有限公司'), role: 'lead' },
    { ...named('晋中理工学院'), role: 'partner' },
  ],
  organiser: named('榆次区科技主管部门'),
  address: '晋中市榆次区（演示地址）',
  officePhone: '0354-0000000（演示）',
  certificate: {
    number: 'JZ-ZS-2023-004',
    code: '7K2M-94QF',
    status: 'valid',
    statusSince: '2023-11-28',
    documentNumber: '市科发〔2023〕00 号',
    issuedOn: '2023-11-28',
  },
  about: '碳纤维复合材料的预浸料制备、热压罐成形和性能评价，从实验室小样放大到单件 4.5 米。',
  capabilities: [
    {
      name: '预浸料热熔法制备',
      types: ['process'],
      parameters: '幅宽 600 mm，6 米/分',
      readiness: { from: 4, to: 7 },
      price: '2,400 元/班',
    },
    {
      name: '热压罐成形',
      types: ['process', 'production'],
      parameters: 'Φ1.8 × 4.5 m，≤ 200 ℃，1.6 MPa',
      readiness: { from: 5, to: 8 },
      price: '3,800 元/罐',
    },
    { name: '树脂传递模塑 RTM', types: ['process'], parameters: '合模力 3,150 kN', readiness: { from: 5, to: 7 }, price: null },
    { name: '复合材料力学性能', types: ['performance'], parameters: '100 kN，−70 至 250 ℃', readiness: null, price: '460 元/组' },
  ],
  capabilitiesConfirmedOn: '2026-11-09',
  equipment: [
    { name: '热压罐 RYG-18', place: '1 号厂房', hoursPerYear: 2000, usedPercent: 68, freeFrom: '2026-12-02', price: '3,800 元/罐' },
    { name: '预浸料生产线', place: '2 号厂房', hoursPerYear: 2400, usedPercent: 54, freeFrom: '2026-11-26', price: null },
  ],
  equipmentTotals: { pieces: 31, valueWan: 2146.8 },
  grades: [
    { year: 2023, grade: null, score: null },
    { year: 2024, grade: 'good', score: 81.3 },
    { year: 2025, grade: 'excellent', score: 88.65 },
  ],
  services: { enterprises: 26, enterprisesOfCity: 19, commissions: 38, delivered: 31 },
  heldSince: null,
  history: [
    { from: '2026-03-18', to: null, says: { zh: '2025 年度考核：优', en: 'Assessment 2025: excellent' }, law: 'Art. 18', demo: true },
    {
      from: '2025-06-03',
      to: null,
      says: { zh: '实验场地扩建 640 m²，重大事项批准', en: 'Site enlarged by 640 m², approved as a major matter' },
      law: 'Art. 15',
      demo: true,
    },
    {
      from: '2023-11-28',
      to: null,
      says: { zh: '认定，文号 市科发〔2023〕00 号', en: 'Recognised, document 市科发〔2023〕00 号' },
      law: 'Art. 10(4)',
      demo: true,
    },
    {
      from: '2023-11-13',
      to: '2023-11-17',
      says: { zh: '公示 5 个工作日，无异议', en: 'On notice for 5 working days, no objection' },
      law: 'Art. 10(4)',
      demo: true,
    },
  ],
}

export const noticeRows: NoticeRow[] = [
  {
    number: 'GS-2026-003',
    title: '2026 年第一批拟认定中试基地名单',
    kind: 'recognition',
    demo: true,
    from: '2026-11-19',
    to: '2026-11-25',
    provisional: false,
    workingDays: 5,
    remaining: 3,
    state: 'open',
    listed: 3,
  },
  {
    number: 'GS-2026-002',
    title: '2025 年度考核结果',
    kind: 'grade',
    demo: true,
    from: '2026-03-09',
    to: '2026-03-13',
    provisional: false,
    workingDays: 5,
    remaining: 0,
    state: 'closed',
    listed: 4,
  },
]

export const noticeDetail: NoticeDetail = {
  ...(noticeRows[0] as NoticeRow),
  law: 'Art. 10(4)',
  firstDayCounts: true,
  periodLaw: 'setting:notice.days',
  items: [
    {
      no: 1,
      name: '晋中市装配式钢构件中试基地',
      hosts: [named('榆次恒构装配有限公司')],
      field: { zh: '新型建材', en: 'Building materials' },
      organiser: '榆次区科技主管部门',
      outcome: { zh: '拟认定', en: 'Recognise' },
      state: 'listed',
    },
    {
      no: 2,
      name: '晋中市玛钢阀体精密铸造中试基地',
      hosts: [named('太谷兴铸玛钢有限公司'), named('晋中理工学院')],
      field: fields.casting.words,
      organiser: '太谷区科技主管部门',
      outcome: { zh: '拟认定', en: 'Recognise' },
      state: 'waiting',
    },
    {
      no: 3,
      name: '晋中市煤基针状焦中试基地',
      hosts: [named('灵石县瑞焦能源有限公司')],
      field: fields.coal.words,
      organiser: '灵石县科技主管部门',
      outcome: { zh: '拟认定', en: 'Recognise' },
      state: 'listed',
    },
  ],
  days: [19, 20, 21, 22, 23, 24, 25].map((day) => ({ day: `2026-11-${day}`, working: day !== 21 && day !== 22 })),
  text: [
    '根据《晋中市中试基地建设和运行管理办法(试行）》第十条，经形式审查、会议评审、现场考察和集体研究，现将拟认定名单予以公示。',
    '公示期自 2026 年 11 月 19 日至 11 月 25 日，共 5 个工作日。公示期内，任何单位和个人均可书面提出异议，并附事实、理由和证据。',
  ],
  sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
  publishedAt: '2026-11-19T00:30:00.000Z',
  publisher: named('晋中市科学技术局'),
  correctedBy: null,
  correction: null,
  corrects: null,
}

const county = (code: string, zh: string, en: string, bases: number, applications: number) => ({
  county: { code, words: { zh, en } },
  bases,
  applications,
  open: bases * 6,
})

const [first, second] = baseRows
export const gradedYears: GradedYear[] = [{ year: 2025, counts: { excellent: 1, good: 1, fair: 0, poor: 0 }, others: 1, rows: [first, second].flatMap((row, at) => (row ? [{ ...row, grade: at === 0 ? ('excellent' as const) : ('good' as const) }] : [])) }]

export const revocations: Revocation[] = [
  { base: { id: 'JZ-ZS-2023-002', name: '晋中市某材料中试基地', demo: true }, hosts: [{ name: '某材料公司', demo: true }], county: { zh: '榆次区', en: 'Yuci' }, grounds: ['Art. 18', 'Art. 19(3)'], documentNo: '市科字〔2026〕00 号', decidedOn: '2026-05-08', servedOn: '2026-05-11', announcedOn: '2026-05-12', announcementNo: 'CXGG-2026-0001' },
  { base: { id: 'JZ-ZS-2024-003', name: '晋中市某装备中试基地', demo: true }, hosts: [{ name: '某装备公司', demo: true }], county: { zh: '太谷区', en: 'Taigu' }, grounds: ['Art. 19(2)'], documentNo: '市科字〔2026〕01 号', decidedOn: '2026-11-18', servedOn: '2026-11-20', announcedOn: null, announcementNo: null },
]

export const draws: Draw[] = [
  { number: 'PS-2026-0002', no: 1, size: 7, applications: 8, commitment: 'a'.repeat(64), committedOn: '2026-11-20', witnessedOn: null, revealedOn: null, ended: null, open: false },
  { number: 'PS-2026-0001', no: 2, size: 7, applications: 3, commitment: 'b'.repeat(64), committedOn: '2026-03-03', witnessedOn: '2026-03-03', revealedOn: '2026-03-04', ended: null, open: true },
  { number: 'PS-2026-0001', no: 1, size: 7, applications: 3, commitment: 'c'.repeat(64), committedOn: '2026-03-01', witnessedOn: null, revealedOn: null, ended: 'abandoned', open: false },
]

export const statistics: Statistics = {
  asOf: '2026-11-23T06:40:00.000Z',
  totals: { recognised: 19, standing: 18, revoked: 1, left: 0 },
  byCounty: [
    county('140702', '榆次区', 'Yuci', 6, 11),
    county('140703', '太谷区', 'Taigu', 3, 5),
    county('140721', '榆社县', 'Yushe', 1, 1),
    county('140722', '左权县', 'Zuoquan', 0, 0),
    county('140723', '和顺县', 'Heshun', 0, 1),
    county('140724', '昔阳县', 'Xiyang', 0, 2),
    county('140725', '寿阳县', 'Shouyang', 1, 1),
    county('140727', '祁县', 'Qi County', 1, 2),
    county('140728', '平遥县', 'Pingyao', 2, 3),
    county('140729', '灵石县', 'Lingshi', 2, 4),
    county('140781', '介休市', 'Jiexiu', 2, 2),
  ],
  byField: [
    { field: fields.materials.words, bases: 7, open: 42 },
    { field: fields.casting.words, bases: 5, open: 30 },
    { field: fields.coal.words, bases: 4, open: 24 },
    { field: fields.glass.words, bases: 2, open: 12 },
  ],
  byStatus: [
    { status: 'building', bases: 1 },
    { status: 'operating', bases: 15 },
    { status: 'rectifying', bases: 1 },
    { status: 'suspended', bases: 1 },
    { status: 'revoked', bases: 1 },
    { status: 'left', bases: 0 },
  ],
  means: { lines: 26, area: 31250, equipment: 412, equipmentValue: 18640.5, open: 108, openValue: 9120.25 },
  byYear: [
    { year: 2026, submitted: 14, recommended: 10, accepted: 8, recognised: 0, notRecognised: 2, withdrawn: 1, underWay: 11 },
    { year: 2025, submitted: 9, recommended: 8, accepted: 8, recognised: 6, notRecognised: 3, withdrawn: 0, underWay: 0 },
  ],
  pace: [
    { step: { zh: '初审核实', en: 'Preliminary review' }, law: 'Art. 10(2)', cases: 23, median: 6.5, limit: 10, late: 1 },
    { step: { zh: '形式审查', en: 'Formal examination' }, law: 'Art. 10(3)', cases: 18, median: 3, limit: 5, late: 0 },
  ],
  notices: { published: 6, objections: 2, upheld: 0 },
  awards: [{ year: 2026, awards: 3, committed: '120.00', paid: '90.50' }],
  grades: [{ year: 2025, counts: { excellent: 3, good: 9, fair: 4, poor: 1 }, others: 1 }, { year: 2024, counts: { excellent: 2, good: 8, fair: 3, poor: 0 }, others: 2 }],
  ladder: [{ level: 'city', bases: 18 }, { level: 'province', bases: 3 }, { level: 'ministry', bases: 1 }, { level: 'nation', bases: 0 }],
  work: { clients: 164, clientsOfCity: 121, services: 388, delivered: 340, trained: 2210, events: 41 },
}

export const home: Home = {
  notices: noticeRows,
  bases: baseRows,
  baseTotal: 18,
  capabilityTotal: 246,
  suggestions: ['热压烧结', '加氢反应', '玛钢铸造', '镁合金压铸'],
  counties: [...statistics.byCounty.map(({ county: { code }, bases }) => ({ code, bases })), { code: '140702401', bases: 0 }],
  figures: { recognised: 19, standing: 18, submittedThisYear: 14, recognisedThisYear: 0 },
}

const recognition = { zh: '认定', en: 'Recognition' }

export const lawInUse: LawInUse = {
  bases: [
    {
      title: { zh: '局党组决定', en: 'Decision of the Party group' },
      number: null,
      registeredOn: '2025-03-03',
      validTo: '2026-12-31',
      demo: true,
    },
  ],
  steps: [
    {
      procedure: recognition,
      step: 'submit',
      says: { zh: '提交申请', en: 'Submit' },
      by: { zh: '单位管理员', en: 'Institution admin' },
      law: 'Art. 10(1)',
      withinDays: null,
    },
    {
      procedure: recognition,
      step: 'returnForSupplement',
      says: { zh: '退回补正', en: 'Return for supplement' },
      by: { zh: '区县经办', en: 'County officer' },
      law: 'Art. 10(2)',
      withinDays: null,
    },
    {
      procedure: recognition,
      step: 'recommend',
      says: { zh: '推荐', en: 'Recommend' },
      by: { zh: '区县负责人', en: 'County lead' },
      law: 'Art. 10(2)',
      withinDays: 10,
    },
    {
      procedure: recognition,
      step: 'acceptForm',
      says: { zh: '受理', en: 'Accept' },
      by: { zh: '市局经办', en: 'City officer' },
      law: 'Art. 10(3)',
      withinDays: 5,
    },
    {
      procedure: { zh: '公示', en: 'Public notice' },
      step: 'publish',
      says: { zh: '公布', en: 'Publish' },
      by: { zh: '市局经办', en: 'City officer' },
      law: 'Art. 10(4)',
      withinDays: null,
    },
  ],
  settings: [
    {
      key: 'county.reviewDays',
      says: { zh: '初审时限', en: 'Preliminary review' },
      value: { zh: '10 个工作日', en: '10 working days' },
      since: '2023-01-21',
      fills: 'Art. 10(2)',
      basis: { zh: '同类办法的通行做法', en: 'Usual practice elsewhere' },
      pending: false,
    },
    {
      key: 'notice.days',
      says: { zh: '公示期', en: 'Public notice' },
      value: { zh: '5 个工作日', en: '5 working days' },
      since: '2023-01-21',
      fills: 'Art. 10(4)',
      basis: { zh: '长春 2024、舟山 2025 公示', en: 'Notices of Changchun 2024, Zhoushan 2025' },
      pending: false,
    },
    {
      key: 'score.pass',
      says: { zh: '综合分数线', en: 'Pass line' },
      value: { zh: '70 分', en: '70 points' },
      since: '2026-12-01',
      fills: 'Art. 10(3)',
      basis: { zh: '同类办法的通行做法', en: 'Usual practice elsewhere' },
      pending: true,
    },
  ],
  readings: [
    {
      says: { zh: '“核心研究方向”不含单位名称、级别用语。', en: 'The core direction contains no names of units and no words of rank.' },
      law: 'Art. 10(4)',
      since: '2026-03-02',
      decision: null,
      demo: true,
    },
  ],
}

export const verification: Extract<Verification, { kind: 'certificate' }> = {
  found: true,
  kind: 'certificate',
  code: 'matches',
  certificate: baseDetail.certificate,
  base: {
    id: baseDetail.id,
    name: baseDetail.name,
    demo: true,
    status: 'operating',
    hosts: [named('晋中晟纤碳材有限公司'), named('晋中理工学院')],
  },
  because: null,
  law: null,
  changes: [],
}

/** Answers every question of the portal from this file. */
export const fixtureQueries: PortalQueries = {
  moment: async () => ({ today: '2026-11-23', now: '2026-11-23T06:40:00.000Z', dayKind: 'working', demo: true }),
  home: async () => home,
  bases: async ({ page }) => ({
    rows: baseRows,
    total: 45,
    page,
    pages: 3,
    fields: Object.values(fields).map((field) => ({ ...field, count: 4 })),
    counties: Object.values(counties).map((place) => ({ ...place, count: 3 })),
    statuses: [
      { status: 'operating', count: 3 },
      { status: 'revoked', count: 1 },
    ],
  }),
  base: async (id) => (id === baseDetail.id ? baseDetail : null),
  notices: async () => ({ open: noticeRows.slice(0, 1), past: noticeRows.slice(1) }),
  notice: async (number) => (number === noticeDetail.number ? noticeDetail : null),
  draws: async () => draws,
  verify: async (number, code) => {
    if (number !== baseDetail.certificate.number || !verification.found) return { found: false }
    return { ...verification, code: code === null ? 'notAsked' : code === baseDetail.certificate.code ? 'matches' : 'differs' }
  },
  grades: async () => ({ years: gradedYears }),
  revocations: async () => ({ rows: revocations }),
  statistics: async () => statistics,
  lawBasis: async () => lawInUse,
}
