import { flag, number, share, text, workingDays } from './setting.ts'

/** Gaps of Articles 16 to 19 in how an annual assessment is run. Window, limits and lines stand with operation. */
export const assessmentSettings = {
  'assess.form': text('2026-K', { fills: 'Art. 16', name: ['自评报告版式', 'Version of the report form'], basis: ['办法未附自评报告提纲，参照工程中心、洛阳中试基地年报提纲编制', 'The Measures carry no outline; after the annual reports of engineering centres and of Luoyang\'s pilot bases'] }),
  'assess.indicators': text('2026-1', { fills: 'Art. 18', name: ['考核指标体系', 'System of indicators'], basis: ['办法只定四档名称；依第四条任务和省内外评价办法编制', 'The text names the grades only; after the tasks of Art. 4 and assessments elsewhere'] }),
  'assess.deskExperts': number(3, 'person', 1, 9, { fills: 'Art. 16', name: ['函评专家人数', 'Desk experts'], basis: ['请专家函评时不少于三人', 'No fewer than three where experts are asked'] }),
  'assess.spotShare': share(0.2, { fills: 'Art. 16', name: ['现场抽查比例', 'Share of spot checks'], basis: ['抽查不少于两成', 'No less than a fifth'] }),
  'assess.spotEdges': flag(true, { fills: 'Art. 16', name: ['拟优、拟差全部抽查', 'Excellent and poor are all checked'], basis: ['得分达到优或低于中的，抽查后再拟档次', 'Who reaches excellent or falls below fair is checked before a grade is proposed'] }),
  'assess.deferral': flag(true, { fills: 'Art. 16', name: ['缓考须经批准', 'Deferrals need approval'], basis: ['停产整治、不可抗力等，由负责人批准；缓考年度不定档', 'Ordered standstill, force majeure and the like, approved by a lead; the year stays without grade'] }),
  'assess.reminderProof': flag(true, { fills: 'Art. 19(3)', name: ['催报须有送达凭据', 'Reminders need proof of delivery'], basis: ['期限自对方确认收到或送达之日起算', 'The time runs from the acknowledgement or the service'] }),
  'assess.photoDistance': number(8, 'bit', 0, 20, { fills: 'Art. 17(2)', name: ['照片相近的差异位数', 'Bits that like photographs differ in'], basis: ['64 位感知指纹；实测同一照片缩放、压缩、调亮、略裁后相差不超过 8 位，不同照片在 12 位以上（决定 0150）；只提示', 'Of 64; measured: the same picture rescaled, recompressed, lightened or trimmed differs in eight at most, others in twelve or more (decision 0150); a hint only'] }),
  'assess.likeness': share(0.6, { fills: 'Art. 17(2)', name: ['文字相似提示', 'Likeness of texts told from'], basis: ['只提示，不作为评分依据', 'A hint, never a ground for points'] }),
  'assess.planDays': workingDays(15, { fills: 'Art. 7(3)', name: ['整改方案期限', 'Plan of rectification'], basis: ['结果生效起', 'From the day the result is final'] }),
  'grade.excellentLeast': number(1, 'time', 0, 10, { fills: 'Art. 18', name: ['优的保底个数', 'Excellent at least'], basis: ['基地较少、按比例不足一个时', 'Where the cap would allow none'] }),
  'grade.veto': flag(true, { fills: 'Art. 18', name: ['一票否决评差', 'A veto makes it poor'], basis: ['重大责任事故、弄虚作假、拒绝检查', 'Major accident with responsibility, falsification, refusal of inspection'] }),
  'grade.commend': flag(true, { fills: 'Art. 12', name: ['评优的处理', 'After excellent'], basis: ['通报表扬，优先推荐申报省级', 'Commendation and priority for the provincial level'] }),
  'grade.talk': flag(true, { fills: 'Art. 7(3)', name: ['评中的处理', 'After fair'], basis: ['约谈并记录', 'A talk, recorded'] }),
  'grade.rectify': flag(true, { fills: 'Art. 7(3)', name: ['评差的处理', 'After poor'], basis: ['限期整改，列入预警', 'Rectification in time, early warning'] }),
} as const
