// Every sentence in 简体中文, gathered from the areas; the compiler holds it to the keys of the English one.
import type { en } from '../en/catalog.ts'
import { common } from './common.ts'

export const zhCN: Readonly<Record<keyof typeof en, string>> = { ...common }
