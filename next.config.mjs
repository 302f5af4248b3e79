/** @type {import('next').NextConfig} */
const config = {
	agentRules: false,
	poweredByHeader: false,
	serverExternalPackages: ['better-sqlite3', '@prisma/adapter-better-sqlite3'],
	experimental: { agentUpgrade: false },
};

export default config;
