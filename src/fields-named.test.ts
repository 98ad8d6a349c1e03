/** What people fill in has a name in both languages, and every choice its words: a field without them cannot be filled on a screen. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { engines } from './engines.ts'

type Schema = { properties?: Record<string, Schema>; items?: Schema; enum?: string[]; 'x-ui'?: string; 'x-zh'?: string; 'x-en'?: string; 'x-options'?: Record<string, { zh: string; en: string }> }
/** Drawn by a control of their own, which knows the parts; and what no person sees. */
const ownControl = ['hidden', 'checklist', 'people', 'files', 'cases', 'orgs', 'score', 'visit', 'ticks', 'pool', 'demands', 'remedies', 'verification', 'pictures', 'place', 'answers', 'noticeRows']

/** Lists and parts with a control of their own, known by their place; what is opened from a page of its own. */
const elsewhere = [/\.(answers|opinions)\.\w+$/, /^public-notice\.(holdRow|releaseRow|releaseRowLate)\./, /^major-matter\.open\./]

function nameless(schema: Schema, at: string): string[] {
  return Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'reasons').flatMap(([name, field]) => {
    const here = `${at}.${name}`
    if (field['x-ui'] && ownControl.includes(field['x-ui'])) return []
    const own = !field['x-zh'] || !field['x-en'] ? [here] : field.enum?.some((one) => !field['x-options']?.[one]) ? [`${here}: ${field.enum.join('/')}`] : []
    return [...own, ...nameless(field, here), ...(field.items ? nameless(field.items, here) : [])]
  })
}

const bySystem = ({ by }: { by: string | readonly string[] }) => [by].flat().every((role) => role === 'system')

test('every field of every step that people take is named, and every choice says what it means', () => {
  const wrong = Object.values(engines).flatMap(({ procedure, steps, commands }) => Object.entries(commands).filter(([step]) => !bySystem(steps[step] as { by: string })).flatMap(([step, command]) => nameless(z.toJSONSchema(command, { io: 'input', unrepresentable: 'any' }) as Schema, `${procedure}.${step}`)))
  expect(wrong.filter((field) => !elsewhere.some((one) => one.test(field)))).toEqual([])
})

test('the canary: a choice without words is found, in a list as well', () => {
  const command = z.strictObject({ points: z.array(z.strictObject({ taken: z.enum(['yes', 'no']) })).meta({ 'x-zh': '逐点', 'x-en': 'Points', 'x-ui': 'items' }) })
  expect(nameless(z.toJSONSchema(command) as Schema, 'x')).toEqual(['x.points.taken'])
})
