import {createElement, use} from 'react'
import type {IconShape} from '../../Icon/index.tsx'
import {once} from '../words/once.ts'
import Late from './Late.tsx'
import {loadForms} from './lazyForms.ts'
import type {stateIcons} from './stateIcons.ts'

type StateIcons = typeof stateIcons

// Kept apart from its promise: an icon that is there is drawn at once.
let loaded: StateIcons | null = null

const load = once(async () => (loaded = (await loadForms()).stateIcons))

/** An icon that is loaded when it is first shown. Its place stays empty meanwhile: the word beside it says it all. */
export function lateIcon(name: keyof StateIcons): IconShape {
  const Loaded = () => createElement('path', {d: use(load(undefined))[name]})
  return function LateIcon() {
    if (loaded !== null) return createElement('path', {d: loaded[name]})
    return createElement(Late, {meanwhile: null, failed: null, children: createElement(Loaded)})
  }
}
