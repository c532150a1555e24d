using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Enregistre ou corrige une délibération du CDG.</summary>
public sealed class EnregistrerDeliberation(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">Celle que l'on corrige ; nulle pour une nouvelle.</param>
    /// <param name="versionLue">La version que l'agent avait sous les yeux.</param>
    /// <param name="saisie">Ce qu'il a saisi.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        DeliberationDuCdgId? id,
        int versionLue,
        SaisieDeDeliberation saisie,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var numero = saisie.Numero?.Trim() ?? "";
        var memes = await contexte
            .DeliberationsDuCdg.Where(d => d.Numero == numero && d.Id != id)
            .OrderByDescending(d => d.Date)
            .Select(d => d.Date)
            .ToListAsync(annulation);
        var deja = memes.Contains(saisie.Date);
        var corrigee = id is { } connue
            ? await contexte.DeliberationsDuCdg.SingleOrDefaultAsync(d => d.Id == connue, annulation)
                ?? throw new DroitManquantException(Droits.GererConventions)
            : null;
        // A correction that touches neither the number nor the date says nothing new of its double.
        DateOnly? memeNumero =
            deja || memes.Count == 0 || (corrigee?.Numero == numero && corrigee.Date == saisie.Date) ? null : memes[0];
        if (corrigee is null)
        {
            contexte.Add(DeliberationDuCdg.Enregistrer(saisie, horloge.Aujourdhui, deja, memeNumero));
        }
        else
        {
            contexte.ExigerVersion(corrigee, versionLue);
            corrigee.Modifier(saisie, horloge.Aujourdhui, deja, memeNumero);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Enregistre ou corrige une assurance du CDG.</summary>
public sealed class EnregistrerAssurance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <inheritdoc cref="EnregistrerDeliberation.ExecuterAsync"/>
    public async Task ExecuterAsync(
        Acteur acteur,
        ContratDAssuranceId? id,
        int versionLue,
        SaisieDAssurance saisie,
        ContratDAssuranceId? remplace = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (id is { } connu)
        {
            var contrat = await contexte.ContratAsync(connu, annulation);
            contexte.ExigerVersion(contrat, versionLue);
            contrat.Modifier(saisie);
        }
        else
        {
            var nouveau = ContratDAssurance.Enregistrer(saisie);
            var suivis = await contexte.ContratsDAssurance.Where(c => c.RemplaceLe == null).ToListAsync(annulation);
            foreach (var ancien in suivis.Where(c => c.Id == remplace || nouveau.Renouvelle(c)))
            {
                ancien.RemplacerPar(nouveau);
            }

            contexte.Add(nouveau);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Joint l'attestation d'une assurance.</summary>
public sealed class JoindreAttestation(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ContratDAssuranceId id,
        FichierRecu fichier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var contrat = await contexte.ContratAsync(id, annulation);
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, TypesMime.Actes, annulation);
        contrat.Joindre(piece.Id);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

internal static class AccesAuxRegistres
{
    public static async Task<ContratDAssurance> ContratAsync(
        this MarchesDbContext contexte,
        ContratDAssuranceId id,
        CancellationToken annulation
    ) =>
        await contexte.ContratsDAssurance.SingleOrDefaultAsync(c => c.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererConventions);
}
