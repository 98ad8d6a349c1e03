import '../css/pool.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpertList } from '../../registers/expert-rows.ts'
import { fields } from '../../settings/fields.ts'
import { ListPage, Table } from '../admin/list.tsx'
import { get, pathOf } from '../call.ts'
import { Icon } from '../parts/icon.tsx'
import { Demo, Name } from '../parts/names.tsx'
import { useSession } from '../queries.ts'
import { useListing, useWords } from '../words.ts'
import { ExpertForm, fresh } from './expert-form.tsx'
import { ImportDialog } from './import.tsx'
import { StandingMark, standings } from './standing.tsx'

const route = getRouteApi('/experts')
const specialties = ['technical', 'finance', 'management', 'safety'] as const

/** 专家库: who is in it, who could be called today, and why the others could not. */
export function ExpertsPage() {
  const { t } = useTranslation(['admin', 'pool'])
  const words = useWords()
  const listing = useListing()
  const search = route.useSearch()
  const query = useQuery({ queryKey: ['experts', search], queryFn: ({ signal }) => get<ExpertList>(pathOf('/experts', search), signal) })
  const { assignments } = useSession()
  const mayWrite = assignments.some(({ role }) => role === 'city.officer' || role === 'city.lead')
  const [open, setOpen] = useState<'add' | 'import' | null>(null)
  return (
    <>
      <ListPage
        title={t('experts.title')}
        action={
          mayWrite && (
            <span className="row wrap">
              <button type="button" className="btn" onClick={() => setOpen('import')}>
                <Icon shape="up" />
                {t('pool:import')}
              </button>
              <a className="btn" href={`/api${pathOf('/experts/export.xlsx', search)}`} download>
                <Icon shape="down" />
                {t('pool:export')}
              </a>
              <button type="button" className="btn primary" onClick={() => setOpen('add')}>
                <Icon shape="plus" />
                {t('experts.add')}
              </button>
            </span>
          )
        }
        lead={query.data && t('pool:callableOf', { n: query.data.counts.callable, of: Object.values(query.data.counts).reduce((sum, n) => sum + n, 0) })}
        query={query}
        empty={t('experts.empty')}
        isEmpty={({ rows }) => rows.length === 0}
        tools={<Filters counts={query.data?.counts} />}
      >
        {({ rows }) => (
          <Table heads={[t('person'), t('experts.employer'), t('experts.jobTitle'), t('experts.fields'), t('experts.region'), t('experts.state')]}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link className="what" to="/experts/$id" params={{ id: row.id }}>
                    {row.name}
                  </Link>
                  {row.demo && <Demo />}
                </td>
                <td>
                  <Name name={row.employer} />
                </td>
                <td>
                  {words(row.titleWords)} · {words(row.specialtyWords)}
                </td>
                <td>{listing(row.fields.map(words))}</td>
                <td>
                  {row.region} {row.inCity && <span className="faint">{t('experts.inCity')}</span>}
                </td>
                <td className="nowrap">
                  <StandingMark standing={row.standing} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </ListPage>
      {open === 'add' && <ExpertForm start={fresh} onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
    </>
  )
}

function Filters({ counts }: { counts: ExpertList['counts'] | undefined }) {
  const { t } = useTranslation(['pool', 'admin', 'shell'])
  const words = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  return (
    <div className="stack grow">
      <form
        className="filters bare"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          set({ q: (new FormData(event.currentTarget).get('q') as string).trim() || undefined })
        }}
      >
        <label className="f">
          <span>{t('admin:search')}</span>
          <input key={search.q} className="in" type="search" name="q" defaultValue={search.q} placeholder={t('q')} />
        </label>
        <label className="f">
          <span>{t('field')}</span>
          <select className="in" value={search.field ?? ''} onChange={(event) => set({ field: event.target.value || undefined })}>
            <option value="">{t('all')}</option>
            {fields.map((field) => (
              <option key={field.id} value={field.id}>
                {words(field.words)}
              </option>
            ))}
          </select>
        </label>
        <label className="f">
          <span>{t('specialty')}</span>
          <select className="in" value={search.specialty ?? ''} onChange={(event) => set({ specialty: event.target.value || undefined })}>
            <option value="">{t('all')}</option>
            {specialties.map((one) => (
              <option key={one} value={one}>
                {t(`admin:experts.specialties.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn">
          <Icon shape="search" />
          {t('shell:search.go')}
        </button>
      </form>
      <nav className="secs bare" aria-label={t('byStanding')}>
        <Link to="/experts" search={(old) => ({ ...old, standing: undefined })} activeProps={{}} aria-current={search.standing ? undefined : 'true'}>
          {t('all')}
        </Link>
        {standings
          .filter((one) => (counts?.[one] ?? 0) > 0 || search.standing === one)
          .map((one) => (
            <Link key={one} to="/experts" search={(old) => ({ ...old, standing: one })} activeProps={{}} aria-current={search.standing === one ? 'true' : undefined}>
              {t(`standing.${one}`)} {counts?.[one] ?? 0}
            </Link>
          ))}
      </nav>
    </div>
  )
}
