/** M05 and M06: who leads the base, and who stands behind it. Filed after they happened, approved where the text or the weight asks for it. */
import { attachment, field, happenedOn, type Matter, matter, reasonField } from './matter.ts'

const titles = [['senior', '正高级', 'Senior'], ['associateSenior', '副高级', 'Associate senior'], ['middle', '中级', 'Middle'], ['junior', '初级', 'Junior'], ['none', '无', 'None']] as const

export const mattersOfPeople: readonly Matter[] = [
  matter({
    code: 'M05', name: ['主任更换', 'Change of director'], kind: 'filing', time: { when: 'after', setting: 'major.filingDays', counts: 'workingDays' }, law: 'Art. 14', hostProposes: true, changes: ['director'],
    raised: ['连任超过两届、超过须报批的年龄或无高级职称的，报市科技局批准', 'Above two consecutive terms, above the age that takes approval, or without a senior title: the city approves'],
    says: ['聘任、续聘或代理主任', 'A director is appointed, re-appointed or acts'],
    fields: [
      field('acting', 'choice', ['任职方式', 'Appointment'], { options: [['term', '任期主任', 'For a term'], ['acting', '代理主任', 'Acting']] }),
      field('name', 'text', ['姓名', 'Name'], { replaces: 'director' }), field('bornOn', 'month', ['出生年月', 'Born (year and month)']),
      field('title', 'choice', ['职称', 'Title'], { options: titles }),
      field('from', 'day', ['聘任之日', 'Appointed on']),
      field('to', 'day', ['任期至', 'Until'], { help: ['任期为 5 年（第十四条）', 'A term is five years (Art. 14)'] }),
      field('fullTime', 'yes', ['全职', 'Full time']),
      field('outgoing', 'longText', ['前任主任离任原因和交接情况', 'Why the director before leaves, and the handing over'], { required: false }),
      reasonField,
    ],
    attachments: [attachment('A01', ['履历', 'Curriculum vitae']), attachment('A02', ['聘任文件', 'Letter of appointment']), attachment('A03', ['职称证书', 'Certificate of the title'], { when: { field: 'title', is: ['senior', 'associateSenior'] } })],
    basis: ['主任由依托单位自行选聘（第十四条），聘任后备案；特殊情况报批', 'The host appoints (Art. 14) and files; special circumstances are approved'],
  }),
  matter({
    code: 'M06', name: ['依托单位变更', 'Change of the host'], kind: 'filing', time: { when: 'after', setting: 'major.hostDays', counts: 'days' }, hostProposes: true, changes: ['hosts'], announced: true, partners: true,
    raised: ['依托单位法人资格发生变化的，报市科技局批准', 'Where the legal personality of the host changes, the city approves'],
    says: ['依托单位更名、改制、合并、分立或控制权变更', 'The host is renamed, restructured, merged, split, or changes control'],
    fields: [
      field('what', 'choice', ['变更内容', 'What changed'], { options: [['rename', '更名', 'Renamed'], ['restructure', '改制', 'Restructured'], ['merger', '合并', 'Merged'], ['split', '分立', 'Split'], ['control', '控制权变更', 'Change of control']] }),
      field('legalPersonChanges', 'yes', ['法人资格发生变化', 'Its legal personality changes'], { help: ['注销、新设或由其他法人承继的，为变化', 'Dissolved, newly founded, or succeeded by another legal person'] }),
      field('hostName', 'text', ['变更后的单位名称', 'Name of the host now'], { replaces: 'hosts', when: { field: 'what', is: ['rename', 'restructure', 'merger', 'split'] } }),
      happenedOn, reasonField,
    ],
    attachments: [attachment('A01', ['登记机关的变更证明', 'Certificate of the registry']), attachment('A02', ['承继权利义务的说明', 'Who takes over rights and duties'], { when: { field: 'legalPersonChanges', is: [true] } })],
    basis: ['依托单位是建设和运行的具体负责单位（第八条）；三十日为登记变更通行期限', 'The host answers for the base (Art. 8); thirty days as in registrations'],
  }),
]
