#!/usr/bin/env node
import './compile-cache.ts';
import { fileURLToPath } from 'node:url';
import { settle } from './edition/journal.ts';

// The course is the one that this file lies in. Whatever else is named course.json, wherever the command is typed, is no course of its.
const course = fileURLToPath(new URL('../../..', import.meta.url));
// An update that was killed may have left sources of two editions: nothing else of them is loaded before it has come to its end.
settle(course);
const { runAsProcess } = await import('./process.ts');
await runAsProcess(course);
