/** The persons of the demo world. All of them are made up; screens mark each 演示. */
import type { Seeded } from './seeded.ts'

export type Sex = 'male' | 'female'
export type DemoPerson = { readonly username: string; readonly name: string; readonly sex: Sex; readonly bornYear: number }

const person = (line: string): DemoPerson => {
  const [username, name, sex, bornYear] = line.split(' ') as [string, string, string, string]
  return { username, name, sex: sex === '男' ? 'male' : 'female', bornYear: Number(bornYear) }
}

/** Accounts of authorities, operations and clients. */
const officials = [
  'city.officer 李凝霜 女 1988',
  'city.officer2 王竞白 男 1991',
  'city.lead 赵明谦 男 1974',
  'city.deputy 孙婷舒 女 1977',
  'city.supervisor 郝守正 男 1970',
  'county.yuci 陈立勉 男 1986',
  'county.yuci.lead 周岚清 女 1975',
  'county.taigu 吴敏初 女 1989',
  'county.taigu.lead 程望川 男 1973',
  'county.lingshi 侯砚青 男 1987',
  'county.lingshi.lead 梁若谷 女 1976',
  'county.yushe 段知秋 女 1990',
  'county.yushe.lead 白崇岳 男 1972',
  'county.zuoquan 郭慕川 男 1985',
  'county.zuoquan.lead 康锦书 女 1974',
  'county.heshun 任听澜 女 1992',
  'county.heshun.lead 药景行 男 1971',
  'county.xiyang 毛若虚 男 1988',
  'county.xiyang.lead 翟云起 男 1975',
  'county.shouyang 阎素笺 女 1987',
  'county.shouyang.lead 弓远志 男 1973',
  'county.qixian 渠怀瑾 男 1989',
  'county.qixian.lead 乔静斋 女 1976',
  'county.pingyao 冀如松 男 1986',
  'county.pingyao.lead 雷映雪 女 1974',
  'county.jiexiu 宋砚田 男 1990',
  'county.jiexiu.lead 范仲和 男 1972',
  'partner.univ 丁思源 男 1979',
 
  'client.auto 贺长风 男 1984',
  'sysadmin 穆远航 男 1990',
  'secadmin 沙静仪 女 1987',
  'auditor 成默言 男 1981',
].map(person)

/** `host.<key>` signs for the institution of an application, `director.<key>` leads its base. */
const hosts = [
  'host.carbon 王建棠 男 1980',
  'director.carbon 沈知行 男 1975',
  'host.iron 李秀岚 女 1983',
  'director.iron 霍铁铮 男 1972',
  'host.coke 靳长庚 男 1978',
  'director.coke 耿焕然 男 1970',
  'host.hydraulic 常思齐 女 1985',
  'director.hydraulic 郑维舟 男 1976',
  'host.magnesium 牛向晨 男 1982',
  'director.magnesium 秦若水 女 1978',
  'host.engine 温启航 男 1979',
  'director.engine 尹承烨 男 1973',
  'host.electrolyte 申含章 女 1986',
  'director.electrolyte 卫明澈 男 1981',
  'host.refractory 史可期 男 1984',
  'director.refractory 岳伯钧 男 1969',
  'host.nylon 武清和 女 1987',
  'director.nylon 苗青禾 女 1979',
  'host.filter 裴云亭 男 1981',
  'director.filter 邵启元 男 1974',
  'host.glassware 渠雅琴 女 1985',
  'director.glassware 薛澄之 男 1971',
  'host.fittings 杜望舒 女 1988',
  'director.fittings 原振铎 男 1977',
  'host.gears 庞立群 男 1983',
  'director.gears 衡子昂 男 1975',
  'host.textile 续红叶 女 1986',
  'director.textile 时田禾 男 1974',
  'host.anode 尚青山 男 1980',
  'director.anode 崔锐锋 男 1977',
  'host.meat 冀晓棠 女 1989',
  'director.meat 安伯庸 男 1969',
  'host.lacquer 耿栖园 男 1976',
  'director.lacquer 薛修年 男 1964',
  'host.vinegar 曹长林 男 1982',
  'director.vinegar 柳玉澍 女 1979',
  'host.robot 丁砚秋 女 1981',
  'director.robot 顾辰星 男 1978',
  'host.grain 樊稼轩 男 1984',
  'director.grain 田既臻 男 1973',
  'host.coalcarbon 卢绍炎 男 1979',
  'director.coalcarbon 石煜堂 男 1970',
  'host.wastewater 聂清源 女 1985',
  'director.wastewater 江润物 男 1976',
  'host.methane 姚晚晴 女 1986',
  'director.methane 曲长空 男 1975',
  'host.herbs 郝灵均 女 1983',
  'director.herbs 连翘楚 女 1974',
  'host.polymer 白晶莹 女 1988',
  'director.polymer 高树棠 男 1972',
  'host.inspection 弓巡舟 男 1987',
  'director.inspection 傅见微 男 1980',
  'host.steelwork 阎筑成 男 1981',
  'director.steelwork 梁栋之 男 1971',
  'host.binder 燕石坚 男 1984',
  'director.binder 孟凝石 女 1977',
  'host.needlecoke 张炎武 男 1980',
  'director.needlecoke 胡焰秋 男 1973',
  'host.fuelcell 秦少泊 男 1989',
  'director.fuelcell 林驰远 男 1982',
  'host.implant 颜康宁 女 1985',
  'director.implant 骆谷芳 女 1976',
  'host.millet 古雨田 女 1987',
  'director.millet 何志岳 男 1974',
].map(person)

export const demoPeople: readonly DemoPerson[] = [...officials, ...hosts]

export function personOf(username: string): DemoPerson {
  const found = demoPeople.find((one) => one.username === username)
  if (!found) throw new Error(`No demo person ${username}`)
  return found
}

/** As somebody signs a paper of the demo world. */
export const signedBy = (username: string): string => `${personOf(username).name}（演示）`

/** Names for staff lists, different from one another as long as `used` is handed on. */
export function nameFor(random: Seeded, sex: Sex, used: Set<string>): string {
  for (;;) {
    const name = `${random.pick([...surnames])}${random.pick([...first[sex]])}${random.pick([...second[sex]])}`
    if (used.has(name) || demoPeople.some((one) => one.name === name)) continue
    used.add(name)
    return name
  }
}

const surnames = '郝阎冀药弓翟渠乔侯段康原续耿裴牛武申岳苗庞杜尚邵卫史温常靳霍任毛樊卢聂曲连傅燕骆范雷梁程'
const first = { male: '文立志承怀景彦昭广守砚伯仲维启永兆秉宏岳', female: '静婉清如映雅素晓佩含若采书慧锦沐思语知念' }
const second = { male: '川原谦勉钧铎衡舟峤岩屹松柏堂野渊霖泽晟', female: '宁岚笺秋荷筠澜溪禾茵蕙瑾霜月仪芷湘琳棠' }

export type DemoExpert = DemoPerson & {
  readonly kind: 'technical' | 'finance' | 'management' | 'safety'
  readonly title: 'senior' | 'associateSenior'
  /** Ids of the city's field list. */
  readonly fields: readonly string[]
  readonly employer: string
  readonly place: string
  /** Employed in Jinzhong. */
  readonly inCity: boolean
  readonly since: string
}

const expert = (line: string, index: number): DemoExpert => {
  const [name, sex, bornYear, kind, title, fields, employer, place, since] = line.split(' ') as [
    string,
    string,
    string,
    DemoExpert['kind'],
    DemoExpert['title'],
    string,
    string,
    string,
    string,
  ]
  return {
    username: `expert.${String(index + 1).padStart(2, '0')}`,
    name,
    sex: sex === '男' ? 'male' : 'female',
    bornYear: Number(bornYear),
    kind,
    title,
    fields: fields === '-' ? [] : fields.split(','),
    employer,
    place,
    inCity: place === '晋中',
    since,
  }
}

/** The pool 专家库: two for money, two for safety, two for management, nearly half from outside the city; each field is known to seven or more. */
export const demoExperts: readonly DemoExpert[] = [
  '冯既白 男 1970 technical senior carbon,vehicles,steel,glass 太原新碳材料研究所（演示） 太原 2008-07-01',
  '蒋砚北 男 1973 technical senior carbon,steel,glass,coal 晋中理工学院（演示） 晋中 2005-09-01',
  '陶听松 女 1976 technical senior carbon,glass,medicine,agriculture 石家庄复合材料检测中心（演示） 石家庄 2012-03-01',
  '严慎独 男 1968 technical senior coal,environment,food,medicine 太原煤转化工程研究院（演示） 太原 1998-07-01',
  '夏知微 女 1979 technical associateSenior coal,carbon,environment 晋中煤基能源研究所（演示） 晋中 2009-06-01',
  '潘望岳 男 1971 technical senior coal,vehicles,digital,environment,carbon 大同能源化工设计院（演示） 大同 2003-08-01',
  '钟铸九 男 1969 technical senior steel,machinery,glass 晋中铸造技术协会（演示） 晋中 2010-01-01',
  '方烨霖 男 1975 technical senior steel,machinery,digital,vehicles,carbon 太原冶金装备大学（演示） 太原 2004-07-01',
  '谭若金 女 1980 technical associateSenior steel,carbon,coal,glass 长治特钢研究中心（演示） 长治 2011-07-01',
  '魏机云 男 1972 technical senior machinery,digital,vehicles,steel 晋中理工学院（演示） 晋中 2001-07-01',
  '祝衡之 男 1974 technical senior machinery,vehicles,steel,agriculture 郑州流体传动研究所（演示） 郑州 2006-05-01',
  '洪织锦 女 1977 technical associateSenior machinery,digital,food 晋中纺机行业服务中心（演示） 晋中 2013-04-01',
  '余电闻 男 1978 technical senior vehicles,carbon,digital,medicine 天津储能材料工程中心（演示） 天津 2010-07-01',
  '章驰野 男 1976 technical senior vehicles,machinery,digital,steel 晋中新能源汽车检测站（演示） 晋中 2015-09-01',
  '苏氢舟 女 1982 technical associateSenior vehicles,coal,carbon,environment 太原氢能技术学院（演示） 太原 2014-07-01',
  '葛琉璃 女 1973 technical senior glass,food,environment 晋中玻璃工艺研究会（演示） 晋中 2007-03-01',
  '纪窑生 男 1970 technical senior glass,environment,coal,carbon 唐山陶瓷工程研究院（演示） 唐山 1999-07-01',
  '黎济川 男 1972 technical senior medicine,food,agriculture 晋中医药职业学院（演示） 晋中 2002-09-01',
  '施药南 女 1975 technical senior medicine,agriculture,food,environment 太原制药工程大学（演示） 太原 2005-07-01',
  '邢酿泉 男 1971 technical senior food,agriculture,medicine 晋中食品发酵研究所（演示） 晋中 2000-07-01',
  '俞味清 女 1979 technical associateSenior food,medicine,agriculture 晋中农产品加工学会（演示） 晋中 2012-06-01',
  '麦秋实 男 1974 technical senior agriculture,food,environment 太谷旱作农业试验站（演示） 晋中 2003-03-01',
  '荀智航 男 1981 technical associateSenior digital,machinery,agriculture,food 太原智能系统研究院（演示） 太原 2013-07-01',
  '水静澄 女 1976 technical senior environment,coal,medicine,digital 晋中生态环境工程中心（演示） 晋中 2008-05-01',
  '季如衡 女 1972 finance senior - 晋中正和会计师事务所（演示） 晋中 2009-01-01',
  '金审言 男 1970 finance senior - 太原财经评审中心（演示） 太原 2006-01-01',
  '安无恙 男 1969 safety senior environment,coal 晋中安全生产技术服务中心（演示） 晋中 2004-04-01',
  '房未然 男 1977 safety associateSenior coal,medicine 太原安全科学研究所（演示） 太原 2011-09-01',
  '管致远 女 1974 management senior digital 晋中市产业技术促进中心（演示） 晋中 2010-10-01',
  '祖知行 男 1978 management associateSenior vehicles 太原技术转移中心（演示） 太原 2014-02-01',
].map(expert)
