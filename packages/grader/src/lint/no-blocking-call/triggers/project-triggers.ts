import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Leads } from './leads.ts';
import { maySpin } from './may-spin.ts';

/**
 * Tells which files of a program may lead to something that blocks: by what they name themselves, or by what they
 * import. Reading a file's imports costs next to nothing beside following its calls.
 */
export class ProjectTriggers {
  readonly #program: ts.Program;
  readonly #leads: Leads;
  readonly #mayBlock = new Map<ts.SourceFile, boolean>();
  readonly #files = new Map<ts.SourceFile, FileSummary>();

  constructor(program: ts.Program, leads: Leads) {
    this.#program = program;
    this.#leads = leads;
  }

  /** May a call of something in the file block? */
  mayBlock(start: ts.SourceFile): boolean {
    const known = this.#mayBlock.get(start);
    if (known !== undefined) return known;
    const met = new Set([start]);
    // A set takes in what is added while it is gone through.
    for (const file of met) {
      const { isTrigger, imports } = this.#summaryOf(file);
      if (isTrigger || this.#mayBlock.get(file) === true) {
        this.#mayBlock.set(start, true);
        return true;
      }
      for (const imported of imports) met.add(imported);
    }
    for (const file of met) this.#mayBlock.set(file, false);
    return false;
  }

  /** May a call of something that the file imports block? */
  importsWhatMayBlock(file: ts.SourceFile): boolean {
    return this.#summaryOf(file).imports.some((imported) => this.mayBlock(imported));
  }

  #summaryOf(file: ts.SourceFile): FileSummary {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const summary = this.#summarise(file);
    this.#files.set(file, summary);
    return summary;
  }

  #summarise(file: ts.SourceFile): FileSummary {
    const loaded = Array.from(file.text.matchAll(/\b(?:import|require)\s*\(\s*['"`]([^'"`]+)/g), ([, name = '']) => name);
    const declared = file.statements.filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement));
    const isTrigger =
      maySpin(file) ||
      this.#leads.areNamedIn(file.text) ||
      loaded.some((specifier) => this.#leads.fromModule(specifier)) ||
      declared.some((declaration) => this.#leadsOn(declaration));
    const imports = [
      ...loaded.map((specifier) => this.#fileAt(specifier, file)),
      ...declared.map((declaration) => this.#fileOf(declaration, file)),
    ];
    return { isTrigger, imports: imports.filter((imported) => imported !== undefined) };
  }

  #leadsOn(declaration: ts.ExportDeclaration | ts.ImportDeclaration): boolean {
    const specifier = specifierOf(declaration);
    if (specifier === undefined) return false;
    const names = namesIn(declaration);
    return names === undefined
      ? this.#leads.fromModule(specifier)
      : names.some((name) => this.#leads.fromModule(specifier, name));
  }

  #fileOf(declaration: ts.ExportDeclaration | ts.ImportDeclaration, from: ts.SourceFile): ts.SourceFile | undefined {
    const specifier = specifierOf(declaration);
    if (specifier === undefined || declaration.moduleSpecifier === undefined) return undefined;
    if (specifier.startsWith('.')) return this.#fileAt(specifier, from);
    // What the catalogue knows needs no look into its source.
    if (this.#leads.fromModule(specifier)) return undefined;
    // An alias, or another package of the workspace.
    const symbol = this.#program.getTypeChecker().getSymbolAtLocation(declaration.moduleSpecifier);
    return symbol?.declarations?.find(ts.isSourceFile);
  }

  #fileAt(specifier: string, from: ts.SourceFile): ts.SourceFile | undefined {
    if (!specifier.startsWith('.')) return undefined;
    const path = join(dirname(from.fileName), specifier);
    const bare = path.replace(/\.[cm]?jsx?$/, '');
    const candidates = [path, ...endings.flatMap((ending) => [path + ending, bare + ending])];
    for (const candidate of candidates) {
      const file = this.#program.getSourceFile(candidate);
      if (file !== undefined) return file.isDeclarationFile ? undefined : file;
    }
    return undefined;
  }
}

/** What a look at the text of a file tells. */
interface FileSummary {
  /** Whether it may block by itself. */
  readonly isTrigger: boolean;
  readonly imports: readonly ts.SourceFile[];
}

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.cjs', '.mjs', '/index.ts', '/index.js'];

function specifierOf({ moduleSpecifier }: ts.ExportDeclaration | ts.ImportDeclaration): string | undefined {
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}

/** The names that a declaration takes from its module, `undefined` for all of them. */
function namesIn(declaration: ts.ExportDeclaration | ts.ImportDeclaration): readonly string[] | undefined {
  const clause = ts.isImportDeclaration(declaration) ? declaration.importClause?.namedBindings : declaration.exportClause;
  if (ts.isImportDeclaration(declaration) && declaration.importClause === undefined) return [];
  const isList = clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause));
  if (!isList || (ts.isImportDeclaration(declaration) && declaration.importClause?.name !== undefined)) return undefined;
  return clause.elements.map(({ name, propertyName = name }) => propertyName.text);
}
