import { expect, test } from 'vitest'
import type { Draft, DraftChange, DraftSaved, Problem } from '../../contract.ts'
import { openStore } from './store.ts'

type Answer = Partial<DraftSaved> | 'lost' | Problem
const draft: Draft = { formVersion: '2026-A', version: 4, values: { 'A.direction': '碳', 'D.area': 10 }, editors: [], unlocked: null }

/** A draft on a server that answers as told, and a device that keeps. */
function opened(answers: Answer[] = [], { kept = null as string | null, reads = [] as Draft[] } = {}) {
  const sent: { base: number; changes: readonly DraftChange[] }[] = []
  const device = { text: kept }
  let version = draft.version
  const store = openStore(draft, {
    read: async () => reads.shift() ?? draft,
    save: async (base, changes) => {
      sent.push({ base, changes })
      const answer = answers.shift() ?? {}
      if (answer === 'lost' || 'status' in answer) throw answer
      version = answer.version ?? version + 1
      return { version, savedAt: '2026-11-23T06:32:08Z', conflicts: [], refused: [], ...answer }
    },
    problemOf: (fault) => (fault === 'lost' ? null : fault as Problem),
    keep: { read: () => device.text, write: (text) => { device.text = text } },
    now: () => '2026-11-23T06:32:00Z',
  })
  return { store, sent, device }
}

test('a keystroke lies on the device before anything is sent, and leaves it when the server has confirmed', async () => {
  const { store, device, sent } = opened()
  store.set([{ path: 'A.direction', value: '碳纤' }])
  expect(device.text).toContain('碳纤')
  expect(sent).toEqual([])
  await store.flush()
  expect(sent).toEqual([{ base: 4, changes: [{ path: 'A.direction', value: '碳纤' }] }])
  expect(device.text).toBeNull()
  expect(store.now().savedAt).toBe('2026-11-23T06:32:08Z')
})

test('after the window was killed, what waited is shown and sent with the version it was made on', async () => {
  const { store, sent } = opened([], { kept: JSON.stringify({ 'A.direction': { value: '碳纤维', base: 2, at: '2026-11-22T00:00:00Z' } }) })
  expect(store.now().values['A.direction']).toBe('碳纤维')
  await store.flush()
  expect(sent[0]).toEqual({ base: 2, changes: [{ path: 'A.direction', value: '碳纤维' }] })
})

test('without connection nothing is lost, and the places kept are counted', async () => {
  const { store, device } = opened(['lost'])
  store.set([{ path: 'A.direction', value: '碳纤' }, { path: 'D.area', value: 12 }])
  await store.flush()
  expect(store.now()).toMatchObject({ offline: true, waiting: 2, saving: false })
  expect(device.text).toContain('D.area')
  await store.flush()
  expect(store.now()).toMatchObject({ offline: false, waiting: 0 })
  store.close()
})

test('an application that was submitted meanwhile takes nothing more, and the text stays', async () => {
  const { store, device } = opened([{ type: '', title: '申报书已提交', status: 409, number: '' }])
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  expect(store.now().shut?.title).toBe('申报书已提交')
  expect(device.text).toContain('碳纤')
})

test('a conflict waits for a person: mine is written again on what they wrote', async () => {
  const { store, sent } = opened([{ version: 6, conflicts: [{ path: 'A.direction', theirs: '玛钢', by: '刘工', at: '2026-11-23T06:20:00Z' }] }])
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  expect(store.now().conflicts).toMatchObject([{ path: 'A.direction', theirs: '玛钢', by: '刘工', version: 6 }])
  expect(store.now().values['A.direction']).toBe('碳纤')
  await store.flush()
  expect(sent).toHaveLength(1)
  store.choose('A.direction', 'mine')
  await store.flush()
  expect(sent[1]).toEqual({ base: 6, changes: [{ path: 'A.direction', value: '碳纤' }] })
  expect(store.now().conflicts).toEqual([])
})

test('the other writes on while two disagree: the same question is asked again, and what stands there now is shown', async () => {
  const theirs = (text: string, version: number) => ({ version, conflicts: [{ path: 'A.direction', theirs: text, by: '刘工', at: '' }] })
  const { store, sent } = opened([theirs('玛', 5), theirs('玛钢', 8)], { reads: [{ ...draft, version: 8, values: { 'A.direction': '玛钢', 'D.area': 10 } }] })
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  expect(store.now().conflicts).toMatchObject([{ theirs: '玛' }])
  await store.look()
  await store.flush()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  expect(store.now().conflicts).toMatchObject([{ theirs: '玛钢', version: 8 }])
  expect(store.now().values['A.direction']).toBe('碳纤')
  store.close()
})

test('the other comes to write the same: there is nothing left to choose', async () => {
  const { store, device } = opened([{ version: 5, conflicts: [{ path: 'A.direction', theirs: '碳', by: '刘工', at: '' }] }, {}], { reads: [{ ...draft, version: 8, values: { 'A.direction': '碳纤', 'D.area': 10 } }] })
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  await store.look()
  await store.flush()
  expect(store.now().conflicts).toEqual([])
  expect(device.text).toBeNull()
  store.close()
})

test('theirs is taken over and mine leaves the device', async () => {
  const { store, device } = opened([{ version: 6, conflicts: [{ path: 'A.direction', theirs: '玛钢', by: '刘工', at: '' }] }])
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  store.choose('A.direction', 'theirs')
  expect(store.now().values['A.direction']).toBe('玛钢')
  expect(device.text).toBeNull()
  store.close()
})

test('what others wrote between two savings is not overwritten unseen', async () => {
  const { store, sent } = opened([{ version: 7 }, {}], { reads: [{ ...draft, version: 4 }] })
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  // Versions 5 and 6 were others'; their answers were not read yet.
  store.set([{ path: 'D.area', value: 12 }])
  await store.flush()
  expect(sent.map(({ base }) => base)).toEqual([4, 4])
})

test('a colleague\'s answer appears, except in the field one writes in, where the next key still counts from before', async () => {
  const { store, sent } = opened([], { reads: [{ ...draft, version: 6, values: { 'A.direction': '玛钢', 'D.area': 99 } }] })
  store.enter('A.direction')
  await store.look()
  expect(store.now().values).toMatchObject({ 'A.direction': '碳', 'D.area': 99 })
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  expect(sent[0]?.base).toBe(4)
})

test('what one wrote stays in its field while one is still in it', async () => {
  const { store } = opened()
  store.enter('A.direction')
  store.set([{ path: 'A.direction', value: '碳纤' }])
  await store.flush()
  expect(store.now().values['A.direction']).toBe('碳纤')
})

test('left untouched, the field shows what the colleague wrote', async () => {
  const { store } = opened([], { reads: [{ ...draft, version: 6, values: { 'A.direction': '玛钢', 'D.area': 99 } }] })
  store.enter('A.direction')
  await store.look()
  store.leave('A.direction')
  expect(store.now().values['A.direction']).toBe('玛钢')
})

test('a refused change is told at its place, its text stays, and it is not sent again until it is changed', async () => {
  const { store, sent, device } = opened([{ refused: [{ path: 'A.direction', expected: '不超过 20000 字' }] }])
  store.set([{ path: 'A.direction', value: '长' }])
  await store.flush()
  expect(store.now().refused).toEqual({ 'A.direction': '不超过 20000 字' })
  expect(device.text).toContain('长')
  await store.flush()
  expect(sent).toHaveLength(1)
  store.set([{ path: 'A.direction', value: '短' }])
  await store.flush()
  expect(store.now().refused).toEqual({})
  expect(sent).toHaveLength(2)
})
