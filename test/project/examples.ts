// The examples of CONTRIBUTING.md: reads the fenced blocks, and writes them into a copy of the project.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const PROJECT = join(import.meta.dirname, '../..')
const COPIED = ['src', 'migrations', 'package.json', 'tsconfig.json', '.dependency-cruiser.js']

interface Example {
  path: string
  kind: 'new-file' | 'change'
  text: string
}

/** Blocks whose first line is a comment with a path; others are not examples. */
export function examplesIn(markdown: string): Example[] {
  const blocks = markdown.matchAll(/^```(\w+)\n(?:\/\/|#) (\S+)\n(.*?)^```$/gms)
  return [...blocks].map(([, language, path = '', text = '']) => ({
    path,
    kind: language === 'diff' ? 'change' : 'new-file',
    text,
  }))
}

/** A copy in a folder for temporary files: Node runs no TypeScript in node_modules. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'pacesetter-copy-'))
  for (const path of COPIED) cpSync(join(PROJECT, path), join(copy, path), { recursive: true })
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Throws where a change does not fit the file as it is. */
export function writeExamples(copy: string, examples: readonly Example[]): void {
  for (const { path, kind, text } of examples) {
    const file = join(copy, path)
    mkdirSync(dirname(file), { recursive: true })
    if (kind === 'new-file') writeFileSync(file, text, { flag: 'wx' })
    else writeFileSync(file, changed(readFileSync(file, 'utf8'), path, text))
  }
}

function changed(before: string, path: string, diff: string): string {
  let after = before
  for (const hunk of diff.split(/^@@\n/m)) {
    const [old, replacement] = [' -', ' +'].map((kept) => linesThatBegin(hunk, kept)) as [string, string]
    const places = after.split(old)
    if (old === '' || places.length !== 2)
      throw new Error(`${path} holds these lines ${places.length - 1} times:\n${old}`)
    after = places.join(replacement)
  }
  return after
}

const linesThatBegin = (hunk: string, kept: string): string =>
  hunk
    .split('\n')
    .filter((line) => line !== '' && kept.includes(line[0]!))
    .map((line) => `${line.slice(1)}\n`)
    .join('')
