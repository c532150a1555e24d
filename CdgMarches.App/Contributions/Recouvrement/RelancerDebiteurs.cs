using System.Globalization;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Recouvrement;

/// <summary>Comment une relance est partie.</summary>
/// <param name="Nom">Le débiteur.</param>
/// <param name="Rang">Le rang de la relance.</param>
/// <param name="Courriels">Les personnes à qui le courriel part.</param>
/// <param name="Lettre">Une lettre est produite ; sans courriel, elle est à imprimer.</param>
public sealed record RelancePartie(string Nom, int Rang, int Courriels, bool Lettre)
{
    public string Phrase =>
        Courriels > 0
            ? $"Relance n° {Formats.Nombre((long)Rang)} envoyée par courriel à {Formats.Compter(Courriels, "personne")}{(Lettre ? ", lettre jointe" : "")}."
            : $"Relance n° {Formats.Nombre((long)Rang)} notée : aucun courriel connu, la lettre est à imprimer parmi les documents de l'appel.";
}

/// <summary>Relance un débiteur en retard : la relance, sa lettre et le courriel s'enregistrent ensemble.</summary>
public sealed class RelancerDebiteurs(
    IDbContextFactory<MarchesDbContext> donnees,
    ComposerCourriel composer,
    ProduireDocument produire,
    CatalogueDeDocuments catalogue,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    public static DefinitionDeModele Definition { get; } =
        new(
            "contribution.relance",
            "Relance d'une contribution impayée",
            [
                new("debiteur", "Le nom du débiteur", "Arras"),
                new("appel", "Le numéro de l'appel", "APC-2027-0012") { EstIndispensable = true },
                new("objet", "L'objet du titre", "Contribution 2027 à la plateforme"),
                new("reste", "Ce qui reste dû", "350,00 €") { EstIndispensable = true },
                new("echeance", "Le dernier jour pour payer", "19 février 2027"),
                new("rang", "Le rang de la relance", "2"),
                new("comptable", "Le comptable à payer", "SGC de Bruay-la-Buissière"),
            ],
            "Relance n° {{rang}} : {{appel}}, {{reste}} restent dus",
            """
            Sauf erreur de notre part, {{le debiteur}} nous doit encore {{reste}} au titre de l'appel {{appel}} ({{objet}}), payable
            au plus tard le {{echeance}}.

            Le règlement se fait par mandat administratif auprès {{de comptable}}. La lettre jointe en donne le détail.

            Si votre paiement est parti entre-temps, ne tenez pas compte de ce message.
            """
        );

    /// <exception cref="RegleMetierException">L'appel est soldé, ou sa relance n'est pas encore due.</exception>
    /// <exception cref="RefusException">Le débiteur n'a ni adresse ni courriel.</exception>
    public Task<RelancePartie> ExecuterAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        CancellationToken annulation = default
    ) => RelancerAsync(acteur, id, versionLue, annulation);

    /// <summary>Les appels d'un exercice dont une relance est due ce jour.</summary>
    public async Task<IReadOnlyList<(AppelDeContributionId Id, string Reference, string Nom)>> DusAsync(
        Acteur acteur,
        int exercice,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var impayes = await contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(a => a.Exercice == exercice && a.Etat == EtatDAppel.Emis && a.Numero != null)
            .OrderBy(a => a.Numero)
            .ToListAsync(annulation);
        return
        [
            .. impayes.Where(a => a.PeutRelancer(jour).EstFavorable).Select(a => (a.Id, a.Reference!.ToString(), a.Debiteur.Nom)),
        ];
    }

    /// <summary>Relance un appel de la liste, tel qu'il est maintenant : déjà relancé ou soldé depuis, il est refusé.</summary>
    internal Task<RelancePartie> RelancerAsync(Acteur acteur, AppelDeContributionId id, CancellationToken annulation) =>
        RelancerAsync(acteur, id, null, annulation);

    private async Task<RelancePartie> RelancerAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int? versionLue,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        var modele = await composer.LireAsync(Definition.Cle, annulation);
        var signataire = await parametres.ReglageAsync(ClesDeReglage.SignataireDuCdg, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appel = await contexte.AppelAsync(acteur, id, annulation);
        if (versionLue is { } version)
        {
            contexte.ExigerVersion(appel, version);
        }

        var rang = appel.Relancer(horloge.Aujourdhui, acteur.Nom);
        var debiteur = await contexte.DebiteurAsync(appel, annulation);
        var personnes = (await contexte.DestinatairesAsync([appel.Collectivite], horloge.Aujourdhui, annulation)).Personnes;
        if (!debiteur.ParCourrier && personnes.Count == 0)
        {
            throw new RefusException(
                $"{debiteur.Nom} n'a ni adresse complète ni adresse de courriel : rien n'est parti, rien n'est noté. Complétez sa fiche."
            );
        }

        var lettre = debiteur.ParCourrier
            ? await produire.AjouterAsync(
                contexte,
                acteur,
                catalogue.De(LettreDeRelance.Nature),
                appel.Id.Valeur,
                LettreDeRelance.Donnees(appel, debiteur, signataire),
                annulation: annulation
            )
            : null;
        var courriels = personnes.Select(p => Courriel(modele, appel, p, rang, lettre?.Piece)).ToList();
        await FileDeCourriels.DeposerUneFoisAsync(
            contexte,
            [.. courriels.DistinctBy(c => c.CleDIdempotence)],
            horloge.Maintenant,
            annulation
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return new RelancePartie(debiteur.Nom, rang, courriels.Count, lettre is not null);
    }

    private static Courriel Courriel(
        ModeleEnVigueur modele,
        AppelDeContribution appel,
        PersonneDuMembre personne,
        int rang,
        Guid? lettre
    )
    {
        var cle = string.Create(
            CultureInfo.InvariantCulture,
            $"relance-de-contribution/{appel.Id.Valeur:N}/{rang}/{personne.Adresse.ToUpperInvariant()}"
        );
        return modele.Pour(
            personne.Adresse,
            personne.Nom,
            new Dictionary<string, string>
            {
                ["debiteur"] = personne.Membre,
                ["appel"] = appel.Reference!.ToString(),
                ["objet"] = appel.Mentions.Objet,
                ["reste"] = Formats.Euros(appel.ResteDu.Euros),
                ["echeance"] = Formats.DateLongue(appel.EcheanceDePaiement),
                ["rang"] = Formats.Nombre((long)rang),
                ["comptable"] = appel.Mentions.Comptable,
            }
        ) with
        {
            ObjetType = nameof(AppelDeContribution),
            ObjetId = appel.Id.Valeur,
            Collectivite = appel.Collectivite.Valeur,
            PiecesJointes = lettre is { } piece ? [piece] : [],
            CleDIdempotence = cle.Length <= 200 ? cle : cle[..200],
        };
    }
}
