using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Un redevable et tout ce que son calcul demande, lu en une fois.</summary>
/// <param name="Redevable">L'acte, la collectivité, la durée.</param>
/// <param name="Groupement">Le groupement de l'adhésion.</param>
/// <param name="Debiteur">Le débiteur, tel qu'il est ce jour.</param>
/// <param name="Chorus">Ce qu'il exige de Chorus Pro.</param>
/// <param name="Faits">Ce que la grille lit.</param>
/// <param name="CleDeTri">La clé de tri de son nom.</param>
/// <param name="Siren">Son SIREN, qui fixe l'ordre d'un partage.</param>
/// <param name="Coordonne">C'est le coordonnateur du groupement : il n'émet pas de titre contre lui-même.</param>
public sealed record FaitsDAppel(
    Redevable Redevable,
    GroupementId? Groupement,
    Debiteur Debiteur,
    ParametresChorus Chorus,
    FaitsDuRedevable Faits,
    string CleDeTri,
    string? Siren,
    bool Coordonne
);

/// <summary>Une version adoptée d'une lignée, prête à calculer.</summary>
/// <param name="Id">La version.</param>
/// <param name="Numero">Son rang.</param>
/// <param name="Debut">Son premier jour.</param>
/// <param name="Deliberation">La délibération qui la vote.</param>
/// <param name="Bareme">Le barème.</param>
public sealed record VersionDeGrille(GrilleId Id, int Numero, DateOnly Debut, string? Deliberation, Bareme Bareme);
