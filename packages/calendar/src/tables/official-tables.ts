import type { OfficialTable } from '../year-table.ts';
import { year2024 } from './year-2024.ts';
import { year2025 } from './year-2025.ts';
import { year2026 } from './year-2026.ts';

export const officialTables: readonly OfficialTable[] = [year2024, year2025, year2026];
