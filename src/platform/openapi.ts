/** The API document: every request body carries an example that works; commands are listed by procedure and step. */
import { commandSchema } from './case-detail.ts'
import type { Engine } from './case-log.ts'

type Media = { schema?: Record<string, unknown>; example?: unknown; examples?: Record<string, unknown> }
type Operation = { requestBody?: { content?: Record<string, Media> }; parameters?: unknown[]; security?: unknown }
export type Document = { paths?: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, unknown> } }

/** `whole.application`: a draft that passes the pre-check, offered beside the short example. */
export function openApiOf(document: Document, engines: Record<string, Engine>, whole: { application: unknown }): Document {
  const schemas: Record<string, unknown> = { ...document.components?.schemas }
  const commands = Object.values(engines).flatMap((engine) => Object.keys(engine.commands).filter((step) => (engine.steps[step] as { by: unknown }).by !== 'system').map((step) => ({ engine, step, name: `${engine.procedure}.${step}` })))
  for (const { engine, step, name } of commands) schemas[name] = commandSchema(engine, step)
  const paths: NonNullable<Document['paths']> = {}
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    paths[path] = Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, withExamples(operation)]))
  }
  const draft = paths['/api/cases/{id}/draft']?.put?.requestBody?.content?.['application/json']
  if (draft) {
    const { example, ...media } = draft
    const content = { 'application/json': { ...media, examples: { field: { summary: 'One field', value: example }, application: { summary: 'A whole application', value: whole.application } } } }
    if (paths['/api/cases/{id}/draft']?.put?.requestBody) paths['/api/cases/{id}/draft'].put.requestBody.content = content
  }
  const steps = paths['/api/cases/{id}/steps/{step}']?.post
  const taken = commands.filter(({ engine, step }) => step !== engine.opensWith)
  if (steps) {
    steps.requestBody = { content: { 'application/json': {
      schema: { oneOf: taken.map(({ name }) => ({ $ref: `#/components/schemas/${name}` })) },
      examples: Object.fromEntries(taken.map(({ engine, step, name }) => [name, { summary: `${(engine.steps[step] as { says: { zh: string; en: string } }).says.zh} ${(engine.steps[step] as { says: { en: string } }).says.en}`, value: engine.examples[step] ?? {} }])),
    } } }
  }
  return { ...document, paths, components: { ...document.components, schemas } }
}

/** An example given with the schema becomes the example of the body. */
function withExamples(operation: Operation): Operation {
  const media = operation.requestBody?.content?.['application/json']
  const examples = media?.schema?.examples as unknown[] | undefined
  return media && examples?.[0] !== undefined ? { ...operation, requestBody: { ...operation.requestBody, content: { 'application/json': { ...media, example: examples[0] } } } } : operation
}
