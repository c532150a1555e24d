using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Un avenant dans la liste d'un groupement.</summary>
public sealed record LigneDAvenant(
    AvenantDeConventionId Id,
    int Numero,
    string Objet,
    GenreDAvenant Genre,
    EtatDAvenant Etat,
    int Membres,
    int Approuves,
    DateOnly? EffetLe
);

/// <summary>La fiche d'un avenant.</summary>
/// <param name="Avenant">L'avenant.</param>
/// <param name="Collectivite">Le nom de celle qui entre ou qui coordonnera.</param>
/// <param name="Decompte">Ce que les membres ont répondu.</param>
/// <param name="Consultations">Les consultations qui ferment l'adhésion (RG1.21).</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <param name="Convention">L'entrée en vigueur de la convention ; nulle si elle n'est pas tenue dans l'application.</param>
public sealed record FicheDAvenant(
    AvenantDeConvention Avenant,
    string? Collectivite,
    DecompteDAvenant Decompte,
    IReadOnlyList<ConsultationDuGroupement> Consultations,
    DateOnly Aujourdhui,
    EntreeEnVigueur? Convention
)
{
    /// <summary>Ce qui s'oppose à l'effet d'un avenant signé ce jour.</summary>
    public Verdict PeutPrendreEffet(DateOnly? signeLe) =>
        Avenant.PeutPrendreEffet(Decompte, signeLe, Consultations, Aujourdhui, Convention);

    /// <summary>Avertit qu'une délibération antérieure au texte soumis ne comptera qu'après un constat.</summary>
    public Verdict PeutCompter(string? empreinte, ActeDeliberatif deliberation) =>
        ApprobationDAvenant.PeutCompter(Avenant.Texte, empreinte ?? "", deliberation);

    /// <summary>Le jour où l'adhésion prendrait effet, si une consultation close retient un avenant signé ce jour ; nul sinon.</summary>
    public DateOnly? EffetReporte(DateOnly? signeLe) =>
        signeLe is { } signe && Avenant.EffetSiSigne(signe, Consultations) is { } effet && effet > signe ? effet : null;
}

/// <summary>La réponse d'un membre, attendue ou donnée ; celle de qui est sorti depuis n'est plus attendue et ne compte pas.</summary>
public sealed record LigneDApprobation(
    ApprobationDAvenantId Id,
    int Version,
    string Membre,
    SensDApprobation Sens,
    string? Empreinte,
    ActeDeliberatif Deliberation,
    bool Compte,
    bool AConstater,
    string? Constat,
    bool EstPartie
);

/// <summary>Les avenants d'un groupement, un avenant, et les réponses des membres page par page.</summary>
public sealed class LireAvenants(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDAvenant>> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var duPerimetre = acteur.Perimetre.Comprend(id);
        var avenants = contexte.AvenantsDeConvention.AsNoTracking().Where(a => a.Groupement == id && duPerimetre);
        var enVigueur = contexte.Adhesions.EnVigueur(horloge.Aujourdhui);
        var total = await avenants.CountAsync(annulation);
        var lus = await avenants
            .OrderByDescending(a => a.Numero)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(a => new LigneDAvenant(
                a.Id,
                a.Numero,
                a.Objet,
                a.Genre,
                a.Etat,
                // Counted as the avenant's own page counts them: the members of this day, and what approves this text.
                contexte.ApprobationsDAvenant.Count(x =>
                    x.Avenant == a.Id
                    && (
                        a.Etat != EtatDAvenant.Soumis
                        || enVigueur.Any(m => m.Groupement == a.Groupement && m.Collectivite == x.Collectivite)
                    )
                ),
                contexte.ApprobationsDAvenant.Count(x =>
                    x.Avenant == a.Id
                    && x.Sens == SensDApprobation.Approuve
                    && x.Empreinte == a.Empreinte
                    && (x.Constat != null || !(x.Deliberation.AdopteeLe < (a.TexteLe ?? a.SoumisLe)))
                    && (
                        a.Etat != EtatDAvenant.Soumis
                        || enVigueur.Any(m => m.Groupement == a.Groupement && m.Collectivite == x.Collectivite)
                    )
                ),
                a.EffetLe
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDAvenant>(lus, total);
    }

    public async Task<FicheDAvenant?> FicheAsync(
        Acteur acteur,
        GroupementId groupement,
        AvenantDeConventionId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var avenant = await contexte
            .AvenantsDeConvention.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.Groupement == groupement, annulation);
        if (avenant is null || !acteur.Perimetre.Comprend(groupement))
        {
            return null;
        }

        var regles = await contexte
            .Groupements.AsNoTracking()
            .Where(g => g.Id == groupement)
            .Select(g => g.Regles)
            .SingleAsync(annulation);
        return new FicheDAvenant(
            avenant,
            avenant.Collectivite is { } membre ? await contexte.NomAsync(membre, annulation) : null,
            await contexte.DecompteAsync(avenant, regles, horloge.Aujourdhui, annulation),
            await contexte.VerrouDAdhesionAsync(groupement, regles, annulation),
            horloge.Aujourdhui,
            await contexte.EntreeEnVigueurAsync(groupement, annulation)
        );
    }

    public async Task<PageDe<LigneDApprobation>> ApprobationsAsync(
        Acteur acteur,
        AvenantDeConventionId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var limite = AccesAuxGroupements.Limite(acteur);
        var parties = contexte.Adhesions.NonFinies(horloge.Aujourdhui);
        var reponses =
            from r in contexte.ApprobationsDAvenant.AsNoTracking()
            join a in contexte.AvenantsDeConvention on r.Avenant equals a.Id
            join c in contexte.Collectivites on r.Collectivite equals c.Id
            where r.Avenant == id
            where limite == null || limite.Contains(a.Groupement)
            select new
            {
                Reponse = r,
                Texte = new TexteSoumis(a.Etat, a.Empreinte, a.TexteLe ?? a.SoumisLe),
                // Once the avenant is decided, the answers stay as they were counted.
                EstPartie = a.Etat != EtatDAvenant.Soumis
                    || parties.Any(m => m.Groupement == a.Groupement && m.Collectivite == r.Collectivite),
                Membre = c,
            };
        if (Enum.TryParse<SensDApprobation>(demande.Filtre("sens"), out var sens))
        {
            reponses = reponses.Where(r => r.Reponse.Sens == sens);
        }

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            reponses = reponses.Where(r => r.Membre.CleDeRecherche.Contains(mot));
        }

        var total = await reponses.CountAsync(annulation);
        var lues = await reponses
            .OrderBy(r => r.Membre.CleDeTri)
            .ThenBy(r => r.Reponse.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        return new PageDe<LigneDApprobation>(
            [
                .. lues.Select(r => new LigneDApprobation(
                    r.Reponse.Id,
                    r.Reponse.Version,
                    r.Membre.Nom,
                    r.Reponse.Sens,
                    r.Reponse.Empreinte,
                    r.Reponse.Deliberation,
                    r.EstPartie && r.Reponse.Compte(r.Texte),
                    r.EstPartie && r.Reponse.AConstater(r.Texte),
                    r.Reponse.Constat,
                    r.EstPartie
                )),
            ],
            total
        );
    }
}
