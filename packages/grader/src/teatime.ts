#!/usr/bin/env node
import './compile-cache.ts';
import { fileURLToPath } from 'node:url';
import { runAsProcess } from './process.ts';

// The course is the one that this file lies in. Whatever else is named course.json, wherever the command is typed, is no course of its.
await runAsProcess(fileURLToPath(new URL('../../..', import.meta.url)));
