export const objection = {
  title: '异议', about: '所涉公示', row: '所涉事项', category: '事由', facts: '事实与理由', told: '所附证据说明', filedOn: '提出', handler: '经办',
  categories: { falseMaterials: '虚假材料', conditions: '条件不符', intellectualProperty: '知识产权', procedure: '程序', conflict: '回避', other: '其他' },
  asked: '请申报单位答复', due: '{{day}} 前答复', reply: '申报单位答复', unanswered: '逾期未答复，继续核查。', report: '核查情况', conclusion: '结论', answer: '对异议人的答复', refused: '不予受理',
  outcomes: { upheld: '成立', partly: '部分成立', notUpheld: '不成立' },
  identity: '异议人', identityNote: '身份只有本件经办人和机关纪委可以查看，每次查看都有记录。', show: '查看身份', kinds: { person: '个人', unit: '单位' }, confidential: '要求保密', contact: '联系方式', broken: '身份与提出时的指纹不符，请核验日志。',
  evidence: '证据', showEvidence: '查看证据', noEvidence: '没有上传证据文件。', waits: '公示中的这一项正在等待异议结论。', released: '这一项已恢复办理。', struck: '这一项已退回重新审查。',
}
