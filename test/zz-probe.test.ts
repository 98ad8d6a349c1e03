import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { openTown } from './town.ts'
test('probe', async () => {
  const town = await openTown()
  const doc = (await town.anyone.call<any>('GET', '/api/openapi.json')).body
  writeFileSync('/tmp/proof/openapi.json', JSON.stringify(doc, null, 1))
  await town.close()
})
