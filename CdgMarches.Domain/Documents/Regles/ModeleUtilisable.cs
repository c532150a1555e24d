using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Un modèle ne s'enregistre que si toutes ses marques se comprennent : un courrier ne part jamais avec un champ inconnu.</summary>
/// <remarks>H2. Une règle par défaut trouvé, pour les dire tous à la fois.</remarks>
/// <param name="Defaut">La phrase qui dit le défaut et comment le corriger ; null s'il n'y en a pas.</param>
public sealed record ModeleUtilisable(string? Defaut) : IRegle
{
    public string Code => "H2";

    public string Fondement => "Contrôle du modèle à l'enregistrement";

    public string? Champ => "fichier";

    public bool EstRespectee => Defaut is null;

    public string Message => Defaut ?? "";
}
