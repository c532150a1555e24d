using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Une nouvelle version diffère de celle dont on se sert.</summary>
/// <remarks>H1. Un même fichier déposé deux fois ne ferait qu'allonger la liste.</remarks>
public sealed record VersionDifferente(bool EstLaCourante) : IRegle
{
    public string Code => "H1";

    public string Fondement => "Bibliothèque de modèles";

    public string? Champ => "fichier";

    public bool EstRespectee => !EstLaCourante;

    public string Message => "C'est déjà la version dont on se sert : il n'y a rien à changer.";
}
