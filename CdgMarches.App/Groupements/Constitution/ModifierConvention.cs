using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Un changement de la convention constitutive.</summary>
public abstract record ChangementDeConvention
{
    private ChangementDeConvention() { }

    /// <param name="Termes">Les termes voulus.</param>
    /// <param name="Motif">L'avenant reporté ou l'erreur corrigée, si la convention est en vigueur (RG1.34).</param>
    public sealed record TermesCorriges(TermesDeConvention Termes, string? Motif = null) : ChangementDeConvention;

    public sealed record NouvellePartie(CollectiviteId Collectivite, string? Representant, string? Qualite)
        : ChangementDeConvention;

    public sealed record PartieOtee(CollectiviteId Collectivite) : ChangementDeConvention;

    /// <summary>La délibération et la signature d'une partie ; qui la représente, là où on le dit aussi (RG1.10).</summary>
    public sealed record ActesDeLaPartie(CollectiviteId Collectivite, ActeDeliberatif Deliberation, DateOnly? SigneeLe)
        : ChangementDeConvention
    {
        public (string? Nom, string? Qualite)? Representant { get; init; }
    }

    public sealed record Formalites(DateOnly? TransmiseLe, DateOnly? PublieeLe) : ChangementDeConvention;

    public sealed record TacheAuMembre(int Numero, CollectiviteId Responsable, string? Motif = null) : ChangementDeConvention;

    public sealed record NouvelleDesignation(
        CollectiviteId Collectivite,
        string? Nom,
        string? Courriel,
        string? DesignePar,
        DateOnly Du
    ) : ChangementDeConvention;

    /// <summary>L'adresse d'un membre du comité change, ici et aux réunions à venir.</summary>
    public sealed record CourrielDeDesignation(Guid Designation, string? Courriel) : ChangementDeConvention;

    public sealed record FinDeDesignation(Guid Designation, DateOnly Au) : ChangementDeConvention;
}

/// <summary>Ouvre la convention d'un groupement ; ses membres en vigueur en deviennent les parties.</summary>
public sealed class OuvrirConvention(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Un gestionnaire.</param>
    /// <param name="id">Le groupement.</param>
    /// <param name="termes">Les termes.</param>
    /// <param name="coordonnateurSeul">
    /// Le coordonnateur seul est partie : chaque membre y adhère par son propre dossier, avec sa délibération et sa signature.
    /// Permis là seulement où l'on entre par fenêtres ; ailleurs, une signature qui manque empêche l'entrée en vigueur (RG1.12).
    /// </param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        TermesDeConvention termes,
        bool coordonnateurSeul = false,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                Verdict
                    .De(
                        new GroupementNonClos(groupement.Etat),
                        new MembresTousParties(coordonnateurSeul, groupement.Regles.ModeDAdhesion)
                    )
                    .Exiger();
                if (await contexte.ConventionsConstitutives.AnyAsync(c => c.Groupement == id, jeton))
                {
                    throw new RefusException("La convention de ce groupement est déjà ouverte. Rechargez la page pour la voir.");
                }

                var convention = ConventionConstitutive.Ouvrir(id, groupement.Coordonnateur, termes);
                List<CollectiviteId> parties = coordonnateurSeul
                    ? [groupement.Coordonnateur]
                    : await InformerLesMembres.MembresAsync(
                        contexte,
                        id,
                        groupement.JourUtile(horloge.Aujourdhui),
                        sauf: null,
                        jeton
                    );
                var noms = await contexte.NomsAsync(parties, jeton);
                foreach (var partie in parties.OrderByDescending(p => p == groupement.Coordonnateur))
                {
                    convention.AjouterPartie(partie, noms[partie], null, null);
                }

                contexte.Add(convention);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

/// <summary>Change la convention : termes, parties, actes, tâches, comité.</summary>
public sealed class ModifierConvention(
    IDbContextFactory<MarchesDbContext> donnees,
    LireAnnexesManquantes lireAnnexes,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        ChangementDeConvention changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        var convention = await contexte.ConventionAsync(acteur, id, annulation);
        Verdict.De(new GroupementNonClos(groupement.Etat)).Exiger();
        contexte.ExigerVersion(convention, versionLue);
        var (jour, enVigueurLe) = (horloge.Aujourdhui, convention.EnVigueurLe);

        switch (changement)
        {
            case ChangementDeConvention.TermesCorriges c:
                convention.Modifier(c.Termes, c.Motif);
                break;
            case ChangementDeConvention.NouvellePartie c:
                convention.AjouterPartie(
                    c.Collectivite,
                    await contexte.NomAsync(c.Collectivite, annulation),
                    c.Representant,
                    c.Qualite
                );
                break;
            case ChangementDeConvention.PartieOtee c:
                convention.RetirerPartie(
                    c.Collectivite,
                    await contexte.NomAsync(c.Collectivite, annulation),
                    c.Collectivite == groupement.Coordonnateur,
                    await contexte.EstMembreAsync(id, c.Collectivite, groupement.JourUtile(jour), annulation),
                    groupement.Regles
                );
                break;
            case ChangementDeConvention.ActesDeLaPartie c:
                var partie = await contexte.NomAsync(c.Collectivite, annulation);
                if (c.Representant is var (representant, qualite))
                {
                    convention.Representer(c.Collectivite, partie, representant, qualite);
                }

                convention.Dater(
                    c.Collectivite,
                    partie,
                    c.Deliberation,
                    c.SigneeLe,
                    jour,
                    groupement.Regles,
                    c.SigneeLe is null
                        ? []
                        : await lireAnnexes.ExecuterAsync(
                            acteur,
                            nameof(ConventionConstitutive),
                            convention.Id.Valeur,
                            annulation
                        )
                );
                break;
            case ChangementDeConvention.Formalites c:
                convention.AccomplirFormalites(c.TransmiseLe, c.PublieeLe, jour, groupement.Regles);
                break;
            case ChangementDeConvention.TacheAuMembre c:
                convention.ConfierTache(
                    c.Numero,
                    c.Responsable,
                    await contexte.NomAsync(c.Responsable, annulation),
                    await contexte.EstMembreAsync(id, c.Responsable, groupement.JourUtile(jour), annulation),
                    c.Motif
                );
                break;
            case ChangementDeConvention.NouvelleDesignation c:
                convention.Designer(
                    c.Collectivite,
                    c.Nom,
                    c.Courriel,
                    c.DesignePar,
                    c.Du,
                    await contexte.EstMembreAsync(id, c.Collectivite, c.Du, annulation)
                );
                break;
            case ChangementDeConvention.CourrielDeDesignation c:
                var corrigee = convention.CorrigerLeCourriel(c.Designation, c.Courriel);
                var aVenir = contexte.ReunionsDeComite.Where(r => r.Groupement == id && r.Le >= jour && r.AnnuleeLe == null);
                foreach (var reunion in await aVenir.ToListAsync(annulation))
                {
                    reunion.Joindre(corrigee);
                }

                break;
            case ChangementDeConvention.FinDeDesignation c:
                convention.FinirDesignation(c.Designation, c.Au);
                break;
        }

        await contexte.SuivreLEntreeEnVigueurAsync(groupement, convention, enVigueurLe, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Ajoute un document opposable au corpus que reçoit qui entre.</summary>
public sealed class AjouterDocumentOpposable(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        GenreDeDocumentOpposable genre,
        string libelle,
        DateOnly du,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convention = await contexte.ConventionAsync(acteur, id, annulation);
        contexte.ExigerVersion(convention, versionLue);
        var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, TypesMime.Actes, annulation);
        convention.AjouterDocument(genre, libelle, du, piece.Id);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Fixe les règles d'un groupement ; l'entrée en vigueur de sa convention se recalcule.</summary>
public sealed class FixerRegles(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        ReglesDeConvention regles,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        contexte.ExigerVersion(groupement, versionLue);
        var convention = await contexte.ConventionsConstitutives.SingleOrDefaultAsync(c => c.Groupement == id, annulation);
        groupement.FixerRegles(regles, convention?.EnVigueurLe, motif);
        if (convention is not null)
        {
            var enVigueurLe = convention.EnVigueurLe;
            convention.Recalculer(regles);
            await contexte.SuivreLEntreeEnVigueurAsync(groupement, convention, enVigueurLe, annulation);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
