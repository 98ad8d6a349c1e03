/** What a matter that was approved, filed or recorded changes in the register of bases. Pure: the same matter, the same change. */
import { matterOf } from '../../settings/matters/matters-2026.ts'
import type { Changes, DirectorOf, Host, MajorMatterCase, MatterValue } from './major-matter.case.ts'
import { candidateOf } from './major-matter.form.ts'

/** For the register; a new director goes there by a step of its own. */
export function changesOf({ code, asked }: Pick<MajorMatterCase, 'code' | 'asked'>): Changes {
  if (!code || !asked) return {}
  const { values, before } = asked
  const said = text(values.reason)
  switch (code) {
    case 'M01': return { ...pick('name', values.name) }
    case 'M02': return { ...pick('direction', values.direction) }
    case 'M03': return { ...pick('goals', values.goals) }
    case 'M04': return values.what === 'committee' ? { ...pick('committee', values.committee) } : { hosts: hostsOf(values.hosts) }
    case 'M06': return { ...(typeof values.hostName === 'string' && before.hosts && { hosts: before.hosts.map(({ org, name, lead }) => ({ org, name: lead ? String(values.hostName) : name, lead })) }), note: noteOf(code, values.what, said) }
    case 'M07': return { ...pick('site', values.site), note: noteOf(code, values.what, `${text(values.site) ?? ''}，${values.areaBefore} → ${values.areaAfter} m²`) }
    case 'M09': return { ...(values.openService === 'paused' || values.openService === 'open' ? { openService: values.openService } : {}), note: noteOf(code, values.openService, said) }
    case 'M13': return { ...(values.what === 'province' || values.what === 'ministry' || values.what === 'nation' ? { promoted: values.what } : {}), note: noteOf(code, values.what, text(values.documentNo)) }
    case 'M08': case 'M10': case 'M12': case 'M14': case 'M16': return { note: noteOf(code, values.what, said) }
    // The director, the hold of an accident and the leaving have steps of their own.
    case 'M05': case 'M11': case 'M15': return {}
  }
}

/** Who leads the base from now on; the reasons of base, county and city stay with the term. */
export function directorOf({ code, asked, reasons, examination, decision }: Pick<MajorMatterCase, 'code' | 'asked' | 'reasons' | 'examination' | 'decision'>): DirectorOf | null {
  if (code !== 'M05' || !asked) return null
  const { name, from, to, title, acting, fullTime } = candidateOf(asked.values)
  if (!name || !from || !to) return null
  const kept = { ...told('base', reasons), ...told('county', examination?.reasons), ...told('city', decision?.reasons) }
  return { name, ...pick('bornOn', asked.values.bornOn), ...(title && { title }), from, to, ...(acting && { acting }), ...(fullTime !== undefined && { fullTime }), ...(Object.keys(kept).length > 0 && { reasons: kept }) }
}

const told = (who: string, reasons: Readonly<Record<string, string>> = {}) => Object.fromEntries(Object.entries(reasons).map(([rule, reason]) => [`${who}.${rule}`, reason]))
const text = (value: MatterValue | undefined) => (typeof value === 'string' ? value : undefined)
const pick = <const Key extends string>(key: Key, value: MatterValue | undefined) => (typeof value === 'string' ? { [key]: value } as { [K in Key]: string } : {})
const hostsOf = (value: MatterValue | undefined) => (Array.isArray(value) ? (value as Host[]).map(({ org, name, lead }) => ({ org, name, lead })) : [])

/** "名称变更（更名）：…", as the register's own history shows it. */
function noteOf(code: NonNullable<MajorMatterCase['code']>, what: MatterValue | undefined, said: string | undefined): string {
  const matter = matterOf(code)
  const chosen = matter.fields.flatMap(({ options }) => options ?? []).find(({ value }) => value === what)?.words.zh
  return `${matter.words.zh}${chosen ? `（${chosen}）` : ''}${said ? `：${said}` : ''}`.slice(0, 4000)
}
