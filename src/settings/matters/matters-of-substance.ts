/** M01–M04: the four matters Art. 8(5) names 名称、研究方向、发展目标、组织结构, approved before they happen. */
import { attachment, field, type Matter, matter, plannedOn, reasonField } from './matter.ts'

export const mattersOfSubstance: readonly Matter[] = [
  matter({
    code: 'M01', name: ['名称变更', 'Change of name'], kind: 'approval', time: { when: 'before' }, law: 'Art. 8(5)', hostProposes: true, changes: ['name'], announced: true,
    says: ['中试基地名称的任何变更', 'Any change of the name of the base'],
    fields: [
      field('name', 'text', ['新名称', 'New name'], { replaces: 'name', help: ['晋中市+核心研究方向+中试基地（第十条（四））', '晋中市 + core research direction + 中试基地 (Art. 10(4))'] }),
      reasonField, plannedOn,
    ],
    attachments: [attachment('A01', ['变更理由说明', 'Statement of reasons']), attachment('A02', ['依托单位决议', 'Resolution of the host'])],
    basis: ['第八条（五）列明；材料和公告为通行做法', 'Named in Art. 8(5); papers and announcement by custom'],
  }),
  matter({
    code: 'M02', name: ['研究方向重大调整', 'Major change of direction'], kind: 'approval', time: { when: 'before' }, law: 'Art. 8(5)', hostProposes: true, changes: ['direction'], experts: true,
    says: ['核心研究方向改变，或主要中试领域增减', 'The core direction changes, or main pilot fields come or go'],
    fields: [
      field('direction', 'text', ['调整后的研究方向', 'New direction'], { replaces: 'direction' }),
      field('impact', 'longText', ['对设备、队伍和在办委托的影响', 'Effect on equipment, team and commissions under way']), reasonField, plannedOn,
    ],
    attachments: [attachment('A01', ['方向调整方案', 'Plan of the change']), attachment('A02', ['依托单位决议', 'Resolution of the host'])],
    basis: ['第八条（五）列明；方向影响第九条（二）条件，审批前征求专家意见', 'Named in Art. 8(5); as it touches Art. 9(2), experts are heard before'],
  }),
  matter({
    code: 'M03', name: ['发展目标调整', 'Change of goals'], kind: 'approval', time: { when: 'before' }, law: 'Art. 8(5)', hostProposes: true, changes: ['goals'],
    says: ['发展目标或三年建设运行指标的调整', 'Change of the goals or of the three-year figures'],
    fields: [field('goals', 'longText', ['调整后的发展目标和三年指标', 'New goals and three-year figures'], { replaces: 'goals' }), reasonField, plannedOn],
    attachments: [attachment('A01', ['调整前后指标对照', 'Figures before and after'], { required: false })],
    basis: ['第八条（五）列明', 'Named in Art. 8(5)'],
  }),
  matter({
    code: 'M04', name: ['组织结构调整', 'Change of organisation'], kind: 'approval', time: { when: 'before' }, law: 'Art. 8(5)', hostProposes: true, changes: ['hosts', 'committee'], announced: true, partners: true,
    says: ['管理委员会改组、共建单位增减、牵头单位更换', 'Committee re-formed, partners come or go, another lead unit'],
    fields: [
      field('what', 'choice', ['调整内容', 'What changes'], { options: [['committee', '管理委员会', 'Committee'], ['partners', '共建单位', 'Partners'], ['lead', '牵头单位', 'Lead unit']] }),
      field('committee', 'longText', ['调整后的管理委员会组成', 'New committee'], { replaces: 'committee', when: { field: 'what', is: ['committee'] } }),
      field('hosts', 'orgs', ['调整后的共建单位（首位为牵头单位）', 'Institutions after the change, the lead first'], { replaces: 'hosts', when: { field: 'what', is: ['partners', 'lead'] }, help: ['在册单位，全部列出', 'All of them, from the register'] }),
      reasonField, plannedOn,
    ],
    attachments: [
      attachment('A01', ['依托单位决议', 'Resolution of the host']),
      attachment('A02', ['新的合作协议', 'New agreement'], { when: { field: 'what', is: ['partners', 'lead'] } }),
      attachment('A03', ['退出单位的权利义务处置', 'Rights and duties of who leaves'], { required: false, when: { field: 'what', is: ['partners', 'lead'] } }),
    ],
    basis: ['第八条（五）列明；联合组建的须有权责明确的合作协议（第八条）', 'Named in Art. 8(5); a joint base needs a clear agreement (Art. 8)'],
  }),
]
