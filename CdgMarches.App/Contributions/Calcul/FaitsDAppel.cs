using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>La place d'un redevable : celui qui coordonne et celui qui émet les titres ne s'appellent pas eux-mêmes, leur part reste à leur charge.</summary>
public enum PlaceDansLeGroupement
{
    Membre,
    Coordonnateur,

    /// <summary>Le centre de gestion qui émet les titres, membre d'un groupement qu'un autre coordonne.</summary>
    Emetteur,
}

/// <summary>Un redevable et tout ce que son calcul demande, lu en une fois.</summary>
/// <param name="Redevable">L'acte, la collectivité, la durée.</param>
/// <param name="Groupement">Le groupement de l'adhésion.</param>
/// <param name="Debiteur">Le débiteur, tel qu'il est ce jour.</param>
/// <param name="Chorus">Ce qu'il exige de Chorus Pro.</param>
/// <param name="Faits">Ce que la grille lit.</param>
/// <param name="CleDeTri">La clé de tri de son nom.</param>
/// <param name="Siren">Son SIREN, qui fixe l'ordre d'un partage.</param>
/// <param name="Place">Un membre comme les autres, ou celui qui ne s'appelle pas lui-même.</param>
public sealed record FaitsDAppel(
    Redevable Redevable,
    GroupementId? Groupement,
    Debiteur Debiteur,
    ParametresChorus Chorus,
    FaitsDuRedevable Faits,
    string CleDeTri,
    string? Siren,
    PlaceDansLeGroupement Place
);

/// <summary>Une version adoptée d'une lignée, prête à calculer.</summary>
/// <param name="Id">La version.</param>
/// <param name="Numero">Son rang.</param>
/// <param name="Debut">Son premier jour.</param>
/// <param name="Deliberation">La délibération qui la vote.</param>
/// <param name="Bareme">Le barème.</param>
public sealed record VersionDeGrille(GrilleId Id, int Numero, DateOnly Debut, string? Deliberation, Bareme Bareme);
