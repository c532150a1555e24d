using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Un avenant, son texte et celui qu'il remplace.</summary>
public sealed record AvenantLu(
    int Numero,
    string Objet,
    string? Texte,
    string? TexteDAvant,
    ReglesDAcces? Regles,
    DateOnly? Collectivite,
    DateOnly? Cdg,
    DateOnly? Effet,
    bool EstConclu,
    Verdict Contenu
);

/// <summary>Les versions successives du texte d'une convention.</summary>
public sealed record TextesDeConvention(
    string? Initial,
    string? EnVigueur,
    string? Dernier,
    ReglesDAcces Regles,
    IReadOnlyList<AvenantLu> Avenants,
    Verdict PeutDeposer
);

/// <summary>Lit le texte d'une convention et ses avenants, dans l'ordre.</summary>
public sealed class LireTextesDeConvention(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="DroitManquantException">La convention n'est pas du périmètre.</exception>
    public async Task<TextesDeConvention> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convention = await contexte.ConventionAsync(acteur, id, annulation);
        var dernier = convention.TexteInitial;
        List<AvenantLu> avenants = [];
        foreach (var a in convention.Avenants.OrderBy(a => a.Numero))
        {
            avenants.Add(
                new AvenantLu(
                    a.Numero,
                    a.Objet,
                    a.Texte,
                    dernier,
                    a.Regles,
                    a.SigneParLaCollectiviteLe,
                    a.SigneParLeCdgLe,
                    a.Effet,
                    a.EstConclu,
                    a.EstConclu ? Verdict.Favorable : convention.ContenuDeLAvenant(a.Numero)
                )
            );
            dernier = a.Texte ?? dernier;
        }

        return new TextesDeConvention(
            convention.TexteInitial,
            convention.TexteAu(horloge.Aujourdhui),
            dernier,
            convention.ReglesAu(horloge.Aujourdhui),
            avenants,
            convention.PeutDeposerLeTexte()
        );
    }
}
