using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Une autre convention d'accès de la même collectivité, pour juger qu'il n'y en a qu'une à la fois.</summary>
/// <param name="Reference">Sa référence.</param>
/// <param name="EnVigueur">Ses jours en vigueur ; nul si elle est encore en préparation.</param>
public sealed record AutreConvention(string Reference, Periode? EnVigueur);
