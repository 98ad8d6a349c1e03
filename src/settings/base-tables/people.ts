/** Who works for a base and who guides it. No identity numbers: they are not needed, so they are not asked for. */
import { committeePosts, educations, posts, titles } from '../choices.ts'
import { may, must, table } from './table.ts'

export const staff = table('staff', '人员', 'Staff', { law: 'Art. 8(4)', title: 'name', evidence: ['聘任文件、职称证书或社保证明', 'Appointment, title or social insurance'], help: { zh: '只填出生年，不填身份证号；请先告知本人', en: 'Year of birth only, no identity numbers; tell the persons first' } }, [
  must('person', 'name', '姓名', 'Name', { maxLength: 40, personal: true }), may('year', 'bornYear', '出生年', 'Year of birth', { min: 1930, max: 2015, personal: true }), must('choice', 'education', '学历', 'Education', { choices: educations, personal: true }),
  must('choice', 'title', '职称', 'Title', { choices: titles }), may('text', 'major', '专业', 'Subject', { maxLength: 40 }), must('choice', 'post', '岗位', 'Post', { choices: posts }), must('flag', 'fullTime', '全职', 'Full time'),
  may('org', 'insuredBy', '社保缴纳单位', 'Insured by', { maxLength: 80 }), may('day', 'since', '到岗日期', 'Since'), may('text', 'remark', '备注', 'Remark', { maxLength: 200 }),
])

export const committee = table('committee', '管理委员会', 'Management committee', { law: 'Art. 8(4)', title: 'name', evidence: ['组建文件、聘书', 'The decision that forms it'] }, [
  must('choice', 'post', '职务', 'Post', { choices: committeePosts }), must('person', 'name', '姓名', 'Name', { maxLength: 40, personal: true }), must('org', 'employer', '单位', 'Institution', { maxLength: 80 }), may('choice', 'title', '职称', 'Title', { choices: titles }),
  may('day', 'from', '任期起', 'From'), may('day', 'to', '任期止', 'Until', { expires: true }),
])

export const meetings = table('meetings', '管委会会议', 'Committee meetings', { law: 'Art. 8(4)', title: 'subject', dated: ['on'], evidence: ['会议纪要', 'Minutes'] }, [
  must('day', 'on', '日期', 'Date'), must('text', 'subject', '议题', 'Subjects', { maxLength: 200 }), must('integer', 'present', '到会委员', 'Members present', { min: 1, max: 99 }), may('text', 'decisions', '决定事项', 'Decisions', { maxLength: 400 }), may('text', 'minutesNo', '纪要编号', 'Number of the minutes', { maxLength: 40 }),
])

export const training = table('training', '培训', 'Training', { law: 'Art. 4(3)', title: 'title', dated: ['on', 'to'], totals: ['persons', 'hours'], within: [['outside', 'persons']], public: ['title', 'on', 'persons'], evidence: ['通知、签到或照片', 'Notice, attendance or photograph'] }, [
  must('text', 'title', '培训名称', 'Title', { maxLength: 120 }), must('day', 'on', '开始日期', 'Begins on'), may('day', 'to', '结束日期', 'Ends on'), must('integer', 'persons', '培训人次', 'Persons trained', { min: 1, max: 99_999 }),
  may('integer', 'outside', '其中外单位', 'of whom from outside', { min: 0, max: 99_999 }), may('number', 'hours', '学时', 'Hours', { min: 0 }), may('text', 'place', '地点', 'Place', { maxLength: 80 }), may('text', 'remark', '备注', 'Remark', { maxLength: 200 }),
])
