import type { Words } from '../kernel/words.ts'

/** `unlisted` is a choice of the form but not on the city's list: Art. 9(2) is not met by it. */
export type Field = { readonly id: string; readonly kind: 'traditional' | 'emerging' | 'unlisted'; readonly words: Words }

/** Top level of the city's field list; our arrangement of its published industries until the bureau enters its own. */
export const fields = [
  { id: 'coal', kind: 'traditional', words: { zh: '煤焦化工与清洁利用', en: 'Coal, coking and clean use' } },
  { id: 'carbon', kind: 'emerging', words: { zh: '碳基与新材料', en: 'Carbon-based and new materials' } },
  { id: 'steel', kind: 'traditional', words: { zh: '特钢冶金与铸造（玛钢）', en: 'Special steel and castings (malleable iron)' } },
  { id: 'machinery', kind: 'traditional', words: { zh: '纺机液压与高端装备', en: 'Textile machinery, hydraulics and advanced equipment' } },
  { id: 'vehicles', kind: 'emerging', words: { zh: '新能源汽车与氢能储能', en: 'New-energy vehicles, hydrogen and storage' } },
  { id: 'glass', kind: 'traditional', words: { zh: '玻璃与非金属制品', en: 'Glass and non-metallic products' } },
  { id: 'medicine', kind: 'emerging', words: { zh: '现代医药与健康', en: 'Modern medicine and health' } },
  { id: 'food', kind: 'traditional', words: { zh: '特色食品与酿造', en: 'Speciality food and brewing' } },
  { id: 'agriculture', kind: 'traditional', words: { zh: '有机旱作与现代农业', en: 'Organic dry farming and modern agriculture' } },
  { id: 'digital', kind: 'emerging', words: { zh: '人工智能与信息技术', en: 'Artificial intelligence and information technology' } },
  { id: 'environment', kind: 'emerging', words: { zh: '节能环保与资源综合利用', en: 'Energy saving, environment and resource recovery' } },
  { id: 'other', kind: 'unlisted', words: { zh: '其他', en: 'Other' } },
] as const satisfies readonly Field[]

export type FieldId = (typeof fields)[number]['id']

/** What `fieldIsListed` compares with. */
export const listedFields: readonly FieldId[] = fields.filter(({ kind }) => kind !== 'unlisted').map(({ id }) => id)

/** The sixteen provincial key chains of 2025. */
export const provincialChains = [
  { id: 'specialSteel', words: { zh: '特钢材料', en: 'Special steel' } },
  { id: 'newEnergyVehicles', words: { zh: '新能源汽车', en: 'New-energy vehicles' } },
  { id: 'advancedEquipment', words: { zh: '高端装备制造', en: 'Advanced equipment' } },
  { id: 'windPower', words: { zh: '风电装备', en: 'Wind-power equipment' } },
  { id: 'hydrogen', words: { zh: '氢能', en: 'Hydrogen' } },
  { id: 'aluminiumMagnesium', words: { zh: '铝镁精深加工', en: 'Aluminium and magnesium processing' } },
  { id: 'photovoltaics', words: { zh: '光伏', en: 'Photovoltaics' } },
  { id: 'modernMedicine', words: { zh: '现代医药', en: 'Modern medicine' } },
  { id: 'thirdGenerationSemiconductors', words: { zh: '第三代半导体', en: 'Third-generation semiconductors' } },
  { id: 'syntheticBiology', words: { zh: '合成生物', en: 'Synthetic biology' } },
  { id: 'energyStorage', words: { zh: '新型储能', en: 'New energy storage' } },
  { id: 'wasteRecovery', words: { zh: '废弃资源综合利用', en: 'Recovery of waste resources' } },
  { id: 'carbonMaterials', words: { zh: '碳基新材料', en: 'Carbon-based materials' } },
  { id: 'copperMaterials', words: { zh: '铜基新材料', en: 'Copper-based materials' } },
  { id: 'itIntegration', words: { zh: '信息技术融合应用', en: 'Applied information technology' } },
  { id: 'prefabricatedBuilding', words: { zh: '装配式建筑', en: 'Prefabricated building' } },
] as const satisfies readonly { id: string; words: Words }[]

export type ChainId = (typeof provincialChains)[number]['id']

/** Of a base and of each service order; `papers`: what a riskier class must show before it starts. */
export const riskClasses = [
  { id: 'ordinary', words: { zh: '普通', en: 'Ordinary' }, papers: false },
  { id: 'chemical', words: { zh: '化工非危化', en: 'Chemical, not hazardous' }, papers: false },
  { id: 'hazardous', words: { zh: '危化或重点监管工艺', en: 'Hazardous chemicals or supervised process' }, papers: true },
  { id: 'biological', words: { zh: '生物', en: 'Biological' }, papers: true },
  { id: 'radiation', words: { zh: '辐射', en: 'Radiation' }, papers: true },
  { id: 'specialEquipment', words: { zh: '特种设备', en: 'Special equipment' }, papers: true },
] as const satisfies readonly { id: string; words: Words; papers: boolean }[]

export type RiskClass = (typeof riskClasses)[number]['id']

/** `legalForm` is what Art. 8 asks about the kind. */
export const hostTypes = [
  { id: 'enterprise', legalForm: 'legalPerson', words: { zh: '企业', en: 'Enterprise' } },
  { id: 'university', legalForm: 'legalPerson', words: { zh: '高等院校', en: 'University' } },
  { id: 'researchInstitute', legalForm: 'legalPerson', words: { zh: '科研机构', en: 'Research institute' } },
  { id: 'publicInstitution', legalForm: 'legalPerson', words: { zh: '事业单位', en: 'Public institution' } },
  { id: 'socialOrganisation', legalForm: 'legalPerson', words: { zh: '社会组织', en: 'Social organisation' } },
  { id: 'parkOperator', legalForm: 'legalPerson', words: { zh: '园区运营机构', en: 'Park operator' } },
  { id: 'specialInstitute', legalForm: 'special', words: { zh: '特殊性质科研院所', en: 'Research institute of a special nature' } },
] as const satisfies readonly { id: string; legalForm: 'legalPerson' | 'special'; words: Words }[]

export type HostType = (typeof hostTypes)[number]['id']

export const legalFormOf = (type: string | undefined): 'legalPerson' | 'special' | undefined =>
  hostTypes.find(({ id }) => id === type)?.legalForm
