/** What the equipment and the lines say against what sections D and K declare. */
import { settingRef } from '../../settings/setting-ref.ts'
import { boolAt, rowsAt, words } from './recognition.form.grammar.ts'
import { type Check, byRow, fault } from './recognition.precheck.check.ts'

/** Names of devices that emit radiation, and of equipment that is registered with the market authority. */
const radiating = /射线|X光|γ|放射源|加速器|辐照/iu
const registered = /锅炉|压力容器|高压釜|高压反应釜|起重机|行车|电梯|压力管道/u

const form = settingRef('form.version')

export const riskChecks: readonly Check[] = [
  {
    id: 'radiationDeclared',
    section: 'K',
    path: 'K.radiation',
    law: 'Art. 9(4)',
    weight: 'must',
    explainedAt: () => 'K.radiationNote',
    says: words('射线装置有辐射安全许可', 'Radiation devices are licensed'),
    faults: ({ data }) => {
      const rows = rowsAt(data, 'E.equipment')
      if (rows.length === 0) return undefined
      const hits = rows.flatMap(({ name }, index) => (radiating.test(String(name)) ? [index + 1] : []))
      return hits.length === 0 || boolAt(data, 'K.radiation') === true
        ? []
        : [
            fault(
              `E 节第 ${hits.join('、')} 行为射线装置，K 节须填写许可证并附 A15；不属于的写明。`,
              `Row ${hits.join(', ')} in E is a radiation device: K needs its licence and A15, or why it is none.`,
            ),
          ]
    },
  },
  {
    id: 'specialEquipmentDeclared',
    section: 'K',
    path: 'K.specialEquipment',
    law: form,
    weight: 'explain',
    explainedAt: () => 'K.specialEquipmentNote',
    says: words('特种设备已登记', 'Special equipment is registered'),
    faults: ({ data }) => {
      const rows = rowsAt(data, 'E.equipment')
      if (rows.length === 0) return undefined
      const hits = rows.flatMap(({ name }, index) => (registered.test(String(name)) ? [index + 1] : []))
      return hits.length === 0 || boolAt(data, 'K.specialEquipment') === true
        ? []
        : [
            fault(
              `E 节第 ${hits.join('、')} 行像是特种设备，K 节未声明。`,
              `Row ${hits.join(', ')} in E looks like special equipment; K does not declare any.`,
            ),
          ]
    },
  },
  {
    id: 'linesMatchRisks',
    section: 'E',
    path: 'E.lines',
    law: form,
    weight: 'must',
    says: words('中试线安全等级与 D、K 节一致', 'Risk classes of the lines agree with D and K'),
    faults: ({ data, facts }) =>
      byRow(rowsAt(data, 'E.lines'), 'E.lines', 'risk', ({ risk }, no) => {
        const declared =
          risk === 'hazardous'
            ? facts.risks.hazardousChemicals || facts.risks.hazardousProcess
            : risk === 'chemical'
              ? facts.risks.chemical
              : risk === 'radiation'
                ? facts.risks.radiation
                : risk === 'biological'
                  ? facts.risks.pathogens
                  : risk === 'specialEquipment'
                    ? facts.risks.specialEquipment
                    : true
        return declared
          ? undefined
          : [`中试线第 ${no} 行的安全等级在 D、K 节没有对应的声明。`, `The risk class of line ${no} is not declared in D or K.`]
      }),
  },
  {
    id: 'chemicalInPark',
    section: 'D',
    path: 'D.inChemicalPark',
    law: form,
    weight: 'explain',
    explainedAt: () => 'D.siteNote',
    says: words('化工中试在化工园区', 'Chemical pilot work is done in a chemical park'),
    faults: ({ facts: { risks, site } }) => {
      if (risks.chemical && site.inChemicalPark === undefined) return undefined
      return risks.chemical && site.inChemicalPark === false
        ? [fault('涉及化工而不在化工园区，须说明依据。', 'Chemical work outside a chemical park; state the basis.')]
        : []
    },
  },
  {
    id: 'nothingClassified',
    section: 'K',
    path: 'K.classified',
    law: settingRef('form.hardFail'),
    weight: 'must',
    says: words('不涉密', 'Nothing is classified'),
    faults: ({ facts: { risks } }) =>
      risks.classified === undefined
        ? undefined
        : risks.classified
          ? [fault('涉密项目不得在本平台申报，请与市科技局联系。', 'Classified projects cannot be applied for here; contact the bureau.')]
          : [],
  },
]
