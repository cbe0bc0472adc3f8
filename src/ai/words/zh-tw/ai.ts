// 繁體中文: what is said about the language model, its switches and its log.
import type { ai as en } from '../en/ai.ts'
export const ai: Readonly<Record<keyof typeof en, string>> = {}
