namespace CdgMarches.Domain.Procedures;

/// <summary>La ligne visée (pièce, pli, offre, critère, reconduction) n'existe pas ou n'existe plus.</summary>
public sealed class LigneInconnueException(int numero) : Exception($"La ligne {numero} n'existe pas.");
