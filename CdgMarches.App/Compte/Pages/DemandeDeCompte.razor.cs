using CdgMarches.App.Administration;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Compte.Pages;

/// <summary>La demande d'un compte, en deux envois : on cherche sa collectivité, puis on la choisit.</summary>
public sealed partial class DemandeDeCompte(DemanderUnCompte demander)
{
    private const string Reponse =
        "Votre demande est transmise. Vous recevrez un courriel : une invitation à choisir votre mot de passe si elle est acceptée, le motif sinon.";

    private IReadOnlyList<string> _refus = [];
    private IReadOnlyList<CollectiviteTrouvee> _trouvees = [];
    private bool _deposee;

    [SupplyParameterFromForm(FormName = "demande")]
    private SaisieDeDemande? Saisie { get; set; }

    private async Task DemanderAsync()
    {
        _refus = [.. SaisieDeCompte.Verifier(Saisie?.Nom, Saisie?.Courriel, Saisie?.Telephone).Select(e => e.Message)];
        _trouvees = await demander.ChercherAsync(Saisie?.Recherche);
        if (_trouvees.Count == 0)
        {
            _refus =
            [
                .. _refus,
                "Aucune collectivité ne répond à ces mots : essayez un mot de son nom, ou appelez le centre de gestion.",
            ];
        }

        if (_refus.Count > 0 || _trouvees.FirstOrDefault(c => c.Id == Saisie?.Collectivite) is not { } choisie)
        {
            return;
        }

        await demander.ExecuterAsync(
            Saisie!.Nom!.Trim(),
            Saisie.Courriel!.Trim(),
            string.IsNullOrWhiteSpace(Saisie.Telephone) ? null : Saisie.Telephone.Trim(),
            new CollectiviteId(choisie.Id),
            Saisie.Role ?? RoleDeMembre.Referent,
            Saisie.Message is { Length: > 0 } message
                ? message[..Math.Min(message.Length, Domain.Comptes.DemandeDeCompte.LongueurDuMessage)]
                : null
        );
        _deposee = true;
    }

    private sealed class SaisieDeDemande
    {
        public string? Nom { get; set; }

        public string? Courriel { get; set; }

        public string? Telephone { get; set; }

        public string? Recherche { get; set; }

        public Guid? Collectivite { get; set; }

        public RoleDeMembre? Role { get; set; }

        public string? Message { get; set; }
    }
}
