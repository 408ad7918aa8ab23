// oxlint-disable import/no-unassigned-import -- what a bundle takes in for its effect: workers and styles
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createRoot } from 'react-dom/client';
import { Explorer } from './explorer.tsx';
import { fetchPersonas } from './personas.ts';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Explorer personas={await fetchPersonas()} />);
