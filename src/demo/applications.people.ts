/** Staff and committees of the demo applications. */
import type { Row } from '../procedures/recognition/recognition.form.grammar.ts'
import type { About } from './applications.ts'
import { type Sex, nameFor } from './people.ts'

const posts = [
  'research',
  'process',
  'process',
  'operation',
  'operation',
  'testing',
  'research',
  'safety',
  'operation',
  'management',
  'market',
  'finance',
]
const ladder = [
  { education: 'doctor', title: 'senior' },
  { education: 'master', title: 'associateSenior' },
  { education: 'bachelor', title: 'associateSenior' },
  { education: 'master', title: 'middle' },
  { education: 'bachelor', title: 'middle' },
  { education: 'bachelor', title: 'junior' },
  { education: 'college', title: 'middle' },
  { education: 'bachelor', title: 'none' },
  { education: 'college', title: 'junior' },
  { education: 'secondary', title: 'none' },
]

/** The director first; at most two part-time members, paid elsewhere. Of a joint base a few are the partner's. */
export function staffOf({ brief, random, on, director, host, partner }: About): Row[] {
  const used = new Set<string>()
  const others = Array.from({ length: brief.staff - 1 }, (_, index): Row => {
    const sex: Sex = random.next() < 0.64 ? 'male' : 'female'
    const rung = ladder[index < 3 ? index : random.whole(1, 9)] as (typeof ladder)[number]
    const fullTime = index < brief.staff - 1 - (brief.staff % 3)
    const insuredBy = partner && index % 6 === 2 ? partner.name : host.name
    return {
      id: `f${index + 2}`,
      name: nameFor(random, sex, used),
      sex,
      bornYear: Number(on.slice(0, 4)) - random.whole(24, 56),
      ...rung,
      major: random.pick(brief.majors),
      post: posts[index % posts.length] as string,
      fullTime,
      ...(fullTime ? { insuredBy } : { remark: '校企双聘，每周驻基地两天' }),
    }
  })
  const first: Row = {
    id: 'f1',
    name: director.name,
    sex: director.sex,
    bornYear: director.bornYear,
    education: brief.director.title === 'middle' ? 'college' : random.pick(['doctor', 'master', 'bachelor']),
    title: brief.director.title,
    major: brief.director.major,
    post: 'management',
    fullTime: true,
    insuredBy: host.name,
    remark: '主任',
  }
  return [first, ...others]
}

/** Five members: the host in the chair, the director beside it, people from outside. */
export function committeeOf({ hostAdmin, director, host, partner, random, brief }: About): Row[] {
  const used = new Set<string>()
  const outside = ['晋中市产业技术促进中心（演示）', '晋中铸造技术协会（演示）', '太原技术转移中心（演示）']
  return [
    { id: 'c1', post: 'chair', name: hostAdmin.name, employer: host.name, title: 'associateSenior' },
    { id: 'c2', post: 'vice', name: director.name, employer: host.name, title: brief.director.title },
    ...[0, 1, 2].map(
      (index): Row => ({
        id: `c${index + 3}`,
        post: 'member',
        name: nameFor(random, index === 1 ? 'female' : 'male', used),
        employer: index === 0 && partner ? partner.name : (outside[index] as string),
        title: index === 2 ? 'senior' : 'associateSenior',
      }),
    ),
  ]
}
