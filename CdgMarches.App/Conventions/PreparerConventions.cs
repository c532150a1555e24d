using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Une collectivité à laquelle aucune convention n'a été ouverte, et pourquoi.</summary>
public sealed record PreparationRefusee(CollectiviteId Collectivite, string Nom, IReadOnlyList<IRegle> Obstacles);

/// <summary>Ce qu'une préparation a fait, ligne par ligne.</summary>
public sealed record BilanDePreparation(IReadOnlyList<ConventionDAccesId> Ouvertes, IReadOnlyList<PreparationRefusee> Refusees);

/// <summary>Ouvre la convention d'accès d'une ou de plusieurs collectivités, numérotées sans trou dans l'année.</summary>
public sealed class PreparerConventions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Par paquets : le suivi des changements d'EF ne garde jamais quinze cents conventions à la fois.</summary>
    private const int Paquet = 100;

    /// <summary>Une convention qui s'ouvre n'a pas encore de dossier : elle ne s'y signe pas d'emblée.</summary>
    private static readonly IReadOnlyList<string> AnnexesDUneConventionNeuve = ["la délibération de la collectivité"];

    /// <summary>Ouvre une convention, et enregistre les actes déjà connus ; le moindre obstacle refuse tout.</summary>
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="collectivite">Celle qui demande l'accès.</param>
    /// <param name="regles">Les durées et les délais.</param>
    /// <param name="actes">Les actes déjà datés, s'il y en a.</param>
    /// <param name="motif">Le motif de passer outre un avertissement.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <exception cref="RegleMetierException">Une règle s'oppose à la convention ou à un acte : aucun numéro n'est pris.</exception>
    public async Task<ConventionDAccesId> ExecuterAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        ReglesDAcces regles,
        ActesDAcces? actes = null,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        var bilan = await OuvrirAsync(acteur, [collectivite], regles, actes, motif, annulation);
        return bilan.Refusees is [var refus, ..] ? throw new RegleMetierException(refus.Obstacles) : bilan.Ouvertes[0];
    }

    /// <summary>Ouvre plusieurs conventions : les collectivités qu'une règle écarte sont dites, les autres sont servies.</summary>
    public Task<BilanDePreparation> ExecuterAsync(
        Acteur acteur,
        IReadOnlyCollection<CollectiviteId> collectivites,
        ReglesDAcces regles,
        CancellationToken annulation = default
    ) => OuvrirAsync(acteur, collectivites, regles, null, null, annulation);

    /// <summary>Dit dès le choix de la collectivité si une convention peut lui être ouverte, avec ces durées, ces délais et ces actes.</summary>
    public async Task<Verdict> PeutOuvrirAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        ReglesDAcces regles,
        ActesDAcces? actes = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var autres = await contexte.AutresConventionsAsync([collectivite], null, annulation);
        var connues = autres[collectivite].ToList();
        var verdict = ConventionDAcces.PeutPreparer(connues, regles);
        var jour = horloge.Aujourdhui;
        return actes is null || !regles.Examiner().EstFavorable
            ? verdict
            : verdict.Et(
                ConventionDAcces
                    .Preparer(new ReferenceDeConvention(jour.Year, 1), collectivite, regles, jour)
                    .PeutDater(actes, jour, connues, AnnexesDUneConventionNeuve)
            );
    }

    private async Task<BilanDePreparation> OuvrirAsync(
        Acteur acteur,
        IReadOnlyCollection<CollectiviteId> collectivites,
        ReglesDAcces regles,
        ActesDAcces? actes,
        string? motif,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererConventions);
        regles.Examiner().Exiger();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var jour = horloge.Aujourdhui;
                List<ConventionDAccesId> ouvertes = [];
                List<PreparationRefusee> refusees = [];
                foreach (var paquet in collectivites.Distinct().Chunk(Paquet))
                {
                    await contexte.VerrouillerAsync(paquet, jeton);
                    var autres = await contexte.AutresConventionsAsync(paquet, null, jeton);
                    var noms = await NomsAsync(contexte, paquet, jeton);
                    foreach (var collectivite in paquet.Where(noms.ContainsKey))
                    {
                        var connues = autres[collectivite].ToList();
                        if (ConventionDAcces.PeutPreparer(connues, regles) is { EstFavorable: false } refus)
                        {
                            refusees.Add(new PreparationRefusee(collectivite, noms[collectivite], refus.Obstacles));
                            continue;
                        }

                        var numero = await contexte.NumeroterAsync(ReferenceDeConvention.Serie(jour.Year), jeton);
                        var convention = ConventionDAcces.Preparer(
                            new ReferenceDeConvention(jour.Year, numero),
                            collectivite,
                            regles,
                            jour
                        );
                        convention.Confier(acteur.Id == Guid.Empty ? null : acteur.Id);
                        if (actes is not null)
                        {
                            convention.Dater(actes, jour, connues, AnnexesDUneConventionNeuve, motif);
                        }

                        contexte.Add(convention);
                        ouvertes.Add(convention.Id);
                    }

                    await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                    contexte.ChangeTracker.Clear();
                }

                return new BilanDePreparation(ouvertes, refusees);
            },
            annulation
        );
    }

    private static async Task<Dictionary<CollectiviteId, string>> NomsAsync(
        MarchesDbContext contexte,
        CollectiviteId[] collectivites,
        CancellationToken annulation
    ) =>
        await contexte
            .Collectivites.Where(c => collectivites.Contains(c.Id) && c.ArchiveLe == null)
            .Select(c => new { c.Id, c.Nom })
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);
}
