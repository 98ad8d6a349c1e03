import { renderToStaticMarkup } from 'react-dom/server'
import sheet from '../portal.css?inline'
import type { PortalContext, PortalPage } from '../portal.data.ts'
import { ArticlePage } from './article.tsx'
import { BasePage } from './base.tsx'
import { BasesPage } from './bases.tsx'
import { HomePage } from './home.tsx'
import { LawPage } from './law.tsx'
import { NoticePage } from './notice.tsx'
import { NoticesPage } from './notices.tsx'
import { ObjectionFormPage } from './objection.tsx'
import { ObjectionsPage, ReceiptPage, RefusedPage, SentPage } from './objection-receipt.tsx'
import { PageContext } from './page.tsx'
import { AccessibilityPage, DataPage, FaultPage, MissingPage, PrivacyPage } from './plain.tsx'
import { GradesPage } from './grades.tsx'
import { RevocationsPage } from './revocations.tsx'
import { DrawsPage } from './draws.tsx'
import { StatisticsPage } from './statistics.tsx'
import { VerifyPage } from './verify.tsx'

export { favicon } from './drawings.tsx'

/** The one style sheet of the portal, as text; the server gives it an address of its own. */
export const styles: string = sheet

/** One public page as a whole HTML document. No scripts, no inline styles; React escapes whatever the data holds. */
export const render = (page: PortalPage, context: PortalContext): string =>
  `<!doctype html>${renderToStaticMarkup(
    <PageContext context={context}>
      <Page page={page} />
    </PageContext>,
  )}`

function Page({ page }: { page: PortalPage }) {
  switch (page.page) {
    case 'home':
      return <HomePage data={page.data} />
    case 'bases':
      return <BasesPage filter={page.filter} data={page.data} />
    case 'base':
      return <BasePage data={page.data} />
    case 'grades':
      return <GradesPage years={page.data.years} />
    case 'revocations':
      return <RevocationsPage rows={page.data.rows} />
    case 'notices':
      return <NoticesPage data={page.data} />
    case 'notice':
      return <NoticePage data={page.data} />
    case 'draws':
      return <DrawsPage data={page.data} />
    case 'law':
      return <LawPage data={page.data} settings={page.settings} />
    case 'article':
      return <ArticlePage number={page.number} data={page.data} use={page.use} />
    case 'verify':
      return <VerifyPage asked={page.asked} data={page.data} />
    case 'statistics':
      return <StatisticsPage data={page.data} />
    case 'data':
      return <DataPage />
    case 'accessibility':
      return <AccessibilityPage />
    case 'privacy':
      return <PrivacyPage />
    case 'missing':
      return <MissingPage />
    case 'fault':
      return <FaultPage number={page.number} />
    case 'object':
      return <ObjectionFormPage {...page} />
    case 'receipt':
      return <ReceiptPage receipt={page.receipt} />
    case 'objections':
      return <ObjectionsPage asked={page.asked} state={page.state} wait={page.wait} />
    case 'sent':
      return <SentPage sent={page.sent} />
    case 'refused':
      return <RefusedPage {...page} />
  }
}
